package dev.ashlar.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.driver.DatabaseConfig;
import io.vertx.core.Vertx;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DriversTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mysql://root@localhost/app", "jdbc:postgresql://localhost/app", "app.db"})
  void refusesAddressesOfOtherDatabases(String url) {
    assertThatThrownBy(() -> Drivers.open(vertx, DatabaseConfig.of(URI.create(url))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("postgresql://user:password@host:port/name or sqlite:path/to/file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite::memory:", "sqlite:app.db?mode=ro"})
  void refusesSqliteWithoutAFile(String url) {
    assertThatThrownBy(() -> Drivers.open(vertx, DatabaseConfig.of(URI.create(url))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names no file");
  }

  @Test
  void neverTellsThePassword() {
    assertThatThrownBy(
            () ->
                Drivers.open(
                    vertx,
                    DatabaseConfig.of(
                        URI.create("postgresql://me:hidden@localhost/app?sslmode=maybe"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sslmode=maybe")
        .hasMessageNotContaining("hidden");
  }
}
