package dev.ashlar.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordHashTest {
  private static final String STORED =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void readsThePhcFormat() {
    var hash = PasswordHash.parse(STORED);

    assertThat(hash.cost()).isEqualTo(new HashCost(65536, 2, 1));
    assertThat(hash.salt()).asString().isEqualTo("somesalt");
    assertThat(hash.tag()).hasSize(32).startsWith(0x09, 0x31, 0x61, 0x15);
    assertThat(hash.format()).isEqualTo(STORED);
  }

  @Property
  void readsWhatItWrites(
      @ForAll @IntRange(min = 512, max = 1 << 20) int memory,
      @ForAll @IntRange(min = 1, max = 1_000) int passes,
      @ForAll @IntRange(min = 1, max = 64) int lanes,
      @ForAll @Size(min = 9, max = 64) byte[] salt,
      @ForAll @Size(min = 12, max = 64) byte[] tag) {
    var hash = new PasswordHash(new HashCost(memory, passes, lanes), salt, tag);

    var read = PasswordHash.parse(hash.format());

    assertThat(read.cost()).isEqualTo(hash.cost());
    assertThat(read.salt()).isEqualTo(salt);
    assertThat(read.hasTag(tag)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ashlar-demo",
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$t=2,m=65536,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=0,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=999999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=99999999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2000,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ=$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc\n",
      })
  void refusesWhatIsNotAHash(String stored) {
    assertThatThrownBy(() -> PasswordHash.parse(stored))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("CTFhFdXPJO1");
  }

  @Test
  void showsNeitherSaltNorTag() {
    assertThat(PasswordHash.parse(STORED))
        .hasToString("PasswordHash[HashCost[memoryKib=65536, passes=2, lanes=1]]");
  }
}
