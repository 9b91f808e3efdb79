package dev.ashlar.data.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The migrations of one module in their order, and the image that they lead to.
///
/// @param module its name
/// @param migrations each stands on the one before it
/// @param image the committed image; empty for a module whose tables are not made from records
public record History(String module, List<Migration> migrations, Optional<SchemaImage> image) {
  public History {
    migrations = List.copyOf(migrations);
  }

  /// The history on the class path, at `migrations/<module>/`.
  ///
  /// @throws MigrationException.Malformed when there is none, or it cannot be read
  public static History load(String module, ClassLoader loader) {
    String folder = "migrations/" + module + "/";
    var history = new HistoryFiles(module, folder, name -> resource(loader, folder + name)).read();
    if (history.migrations().isEmpty()) {
      throw new MigrationException.Malformed(
          "The class path has no %s%s, which lists the migrations of %s. Make the first with `migrate make`, or remove the module from the application's list."
              .formatted(folder, HistoryFiles.INDEX, module));
    }
    return history;
  }

  /// The history in a source folder; empty when there is none yet.
  ///
  /// @param folder such as `src/main/resources/migrations/tasks`
  /// @throws MigrationException.Malformed when it cannot be read
  public static History read(String module, Path folder) {
    return new HistoryFiles(module, folder + "/", name -> file(folder.resolve(name))).read();
  }

  /// The newest migration, if there is one.
  public Optional<Migration> newest() {
    return migrations.isEmpty() ? Optional.empty() : Optional.of(migrations.getLast());
  }

  /// The migration of that name, if there is one.
  public Optional<Migration> migration(MigrationId id) {
    return migrations.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  private static Optional<String> resource(ClassLoader loader, String name) {
    try (InputStream stream = loader.getResourceAsStream(name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The class path's " + name + " could not be read.", e);
    }
  }

  private static Optional<String> file(Path path) {
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + path + " could not be read.", e);
    }
  }
}
