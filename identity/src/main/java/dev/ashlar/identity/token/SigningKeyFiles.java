package dev.ashlar.identity.token;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys in a folder, one file each, that only its owner may read. Processes that share the folder
/// share the keys.
public final class SigningKeyFiles implements SigningKeyStore {
  private static final String GLOB = "key-*.json";

  private final Path folder;

  /// @param folder is made when it is not there
  public SigningKeyFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<SigningKey> load() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var keys = new ArrayList<SigningKey>();
    try (var files = Files.newDirectoryStream(folder, GLOB)) {
      for (var file : files) {
        keys.add(read(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the signing keys in " + folder, e);
    }
    keys.sort(Comparator.comparingInt(SigningKey::generation));
    return List.copyOf(keys);
  }

  /// Writes beside and links into place: a reader never meets half a file, and the second of two
  /// writers fails.
  @Override
  public boolean add(SigningKey key) {
    try {
      Files.createDirectories(folder, onlyOwner("rwx------"));
      var draft = Files.createTempFile(folder, "draft-", ".tmp", onlyOwner("rw-------"));
      try {
        Files.writeString(draft, write(key));
        Files.createLink(file(key), draft);
        return true;
      } catch (FileAlreadyExistsException _) {
        return false;
      } finally {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a signing key in " + folder, e);
    }
  }

  @Override
  public void remove(SigningKey key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the signing key " + file(key), e);
    }
  }

  private Path file(SigningKey key) {
    return folder.resolve("key-" + key.generation() + ".json");
  }

  private FileAttribute<?>[] onlyOwner(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private SigningKey read(Path file) throws IOException {
    if (isPosix()
        && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
      throw new IllegalStateException(
          "everybody on this machine can read the signing key %s and forge tokens with it; delete it, so that a new one is made, or: chmod 600"
              .formatted(file));
    }
    var stored = new Stored();
    try {
      StrictJson.readObject(Files.readAllBytes(file), stored);
      return stored.key();
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "the signing key %s is damaged: %s; restore it or delete it, so that a new one is made"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static String write(SigningKey key) throws IOException {
    var text = new StringWriter();
    try (var json = StrictJson.FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("generation", key.generation());
      json.writeNumberField("activeFrom", key.activeFrom().getEpochSecond());
      key.writePublic(json);
      json.writeStringField("d", Base64Url.encode(key.privateBytes()));
      json.writeEndObject();
    }
    return text + System.lineSeparator();
  }

  /// What a file says, as far as a key is made of it.
  private static final class Stored implements StrictJson.MemberReader {
    private int generation;
    private @Nullable Instant activeFrom;
    private byte[] publicBytes = {};
    private byte[] privateBytes = {};

    @Override
    public void read(String name, JsonParser value) throws IOException {
      switch (name) {
        case "generation" -> generation = StrictJson.integer(value);
        case "activeFrom" -> activeFrom = StrictJson.seconds(value);
        case "x" -> publicBytes = Base64Url.decode(StrictJson.text(value));
        case "d" -> privateBytes = Base64Url.decode(StrictJson.text(value));
        default -> value.skipChildren();
      }
    }

    SigningKey key() throws IOException {
      if (activeFrom == null) {
        throw new IOException("it has no activeFrom");
      }
      return SigningKey.of(generation, activeFrom, publicBytes, privateBytes);
    }
  }
}
