package dev.ashlar.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SigningKeyFilesTest extends SigningKeyStoreContract {
  private final Path folder;
  private final SigningKeyFiles store;

  SigningKeyFilesTest(@TempDir Path temporary) {
    folder = temporary.resolve("keys");
    store = new SigningKeyFiles(folder);
  }

  @Override
  SigningKeyStore store() {
    return store;
  }

  @Test
  void letsNobodyElseRead() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    store.add(SigningKey.generate(1, Instant.EPOCH));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void refusesAKeyThatEverybodyCanRead() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    store.add(SigningKey.generate(1, Instant.EPOCH));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(store::load)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("key-1.json")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void saysWhichFileIsDamaged() throws IOException {
    store.add(SigningKey.generate(1, Instant.EPOCH));
    var text = Files.readString(file());
    for (var damaged : new String[] {"", "{}", text.replace("\"d\"", "\"e\""), text + "x"}) {
      Files.writeString(file(), damaged);

      assertThatThrownBy(store::load)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("key-1.json is damaged");
    }
  }

  @Test
  void leavesNoDraftsBehind() throws IOException {
    store.add(SigningKey.generate(1, Instant.EPOCH));
    store.add(SigningKey.generate(1, Instant.EPOCH));

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  private Path file() {
    return folder.resolve("key-1.json");
  }
}
