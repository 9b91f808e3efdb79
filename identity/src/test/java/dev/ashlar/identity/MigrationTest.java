package dev.ashlar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.migration.History;
import dev.ashlar.data.migration.SchemaImage;
import dev.ashlar.identity.login.Identity;
import org.junit.jupiter.api.Test;

final class MigrationTest {
  @Test
  void leadsToTheRecordsAsTheyAre() {
    var history = History.load("identity", MigrationTest.class.getClassLoader());

    assertThat(history.image()).contains(SchemaImage.of(Identity.models()));
  }
}
