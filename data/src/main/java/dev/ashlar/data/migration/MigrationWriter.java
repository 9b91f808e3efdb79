package dev.ashlar.data.migration;

import dev.ashlar.data.migration.Migration.Script;
import dev.ashlar.data.migration.SchemaDelta.Doubt;
import dev.ashlar.data.migration.SchemaSql.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes migrations, as files in a module's sources, of what has changed in its model.
public final class MigrationWriter {
  private static final int LONGEST_SLUG = 50;

  private final String module;
  private final Path folder;
  private final List<History> others;

  /// @param module the module's name
  /// @param folder its histories' folder, such as `src/main/resources/migrations/tasks`
  /// @param others the histories of the modules it stands on
  public MigrationWriter(String module, Path folder, List<History> others) {
    this.module = module;
    this.folder = folder;
    this.others = List.copyOf(others);
  }

  /// A migration that was made.
  ///
  /// @param folder where its files are
  /// @param risks the steps that wait for approval
  public record Made(Migration migration, Path folder, SchemaDelta delta, List<Risk> risks) {}

  /// What differs between the committed image and a model's.
  ///
  /// @throws MigrationException.Ambiguous when a rename could be meant in two ways
  public SchemaDelta delta(SchemaImage model) {
    var history = History.read(module, folder);
    return SchemaDelta.between(history.image().orElse(SchemaImage.EMPTY), model);
  }

  /// Writes the migration that leads from the committed image to a model's; nothing when they do
  /// not differ.
  ///
  /// @param message what the migration is for, in a few words
  /// @param dropped what is known to be dropped rather than renamed: `tasks`, `tasks.headline`
  /// @throws MigrationException.Ambiguous when something is dropped that may have been renamed
  public Optional<Made> make(String message, SchemaImage model, Set<String> dropped) {
    var history = History.read(module, folder);
    var delta = SchemaDelta.between(history.image().orElse(SchemaImage.EMPTY), model);
    if (delta.isEmpty()) {
      return Optional.empty();
    }
    List<String> questions =
        delta.doubts().stream()
            .filter(doubt -> !dropped.contains(doubt.dropped()))
            .map(Doubt::question)
            .toList();
    if (!questions.isEmpty()) {
      throw new MigrationException.Ambiguous(questions);
    }
    var migration = migration(history, message.strip().replaceAll("\\s+", " "), model, delta);
    try {
      return Optional.of(
          new Made(migration, write(history, migration, delta), delta, delta.risks()));
    } catch (IOException e) {
      throw new UncheckedIOException("The migration could not be written to " + folder + ".", e);
    }
  }

  private Migration migration(
      History history, String message, SchemaImage model, SchemaDelta delta) {
    String name = "%04d_%s".formatted(number(history), slug(message));
    var scripts = new TreeMap<String, Script>();
    var back = delta.inverse();
    for (SchemaSql sql : SchemaSql.all()) {
      scripts.put(sql.dialect(), new Script(sql.script(delta, Way.UP), sql.script(back, Way.DOWN)));
    }
    return new Migration(
        new MigrationId(module, name),
        message,
        dependsOn(model),
        Set.of(),
        Optional.of(model.checksum()),
        scripts);
  }

  private static int number(History history) {
    return history
        .newest()
        .map(newest -> newest.id().name().split("_", 2)[0])
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(digits -> Integer.parseInt(digits) + 1)
        .orElse(history.migrations().size() + 1);
  }

  private static String slug(String message) {
    String plain = Normalizer.normalize(message, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String slug = plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "_");
    String cut = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG));
    String name = cut.replaceAll("^_+|_+$", "");
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "The message \"%s\" gives the migration no name; write a few words in letters or digits."
              .formatted(message));
    }
    return name;
  }

  /// The newest migrations of the modules whose tables this one refers to.
  private List<MigrationId> dependsOn(SchemaImage model) {
    var ids = new LinkedHashSet<MigrationId>();
    for (var table : model.tables()) {
      for (var key : table.foreignKeys()) {
        if (model.table(key.table()).isEmpty()) {
          ids.add(owner(key.table()));
        }
      }
    }
    return List.copyOf(ids);
  }

  private MigrationId owner(String table) {
    return others.stream()
        .filter(it -> it.image().flatMap(image -> image.table(table)).isPresent())
        .findFirst()
        .flatMap(History::newest)
        .map(Migration::id)
        .orElseThrow(
            () ->
                new MigrationException.Malformed(
                    "A reference leads to the table \"%s\", which is neither this module's nor in the histories of %s. Make that module's migration first, and give its history."
                        .formatted(table, others.stream().map(History::module).toList())));
  }

  // ---- files ----

  private Path write(History history, Migration migration, SchemaDelta delta) throws IOException {
    Path own = Files.createDirectories(folder.resolve(migration.id().name()));
    Files.writeString(own.resolve(HistoryFiles.HEADER), header(migration, delta.risks()));
    for (Map.Entry<String, Script> script : migration.scripts().entrySet()) {
      Files.writeString(own.resolve(HistoryFiles.up(script.getKey())), script.getValue().up());
      Files.writeString(own.resolve(HistoryFiles.down(script.getKey())), script.getValue().down());
    }
    Files.writeString(folder.resolve(HistoryFiles.IMAGE), delta.to().json());
    // Last: only now does the migration exist.
    Files.writeString(folder.resolve(HistoryFiles.INDEX), index(history, migration));
    return own;
  }

  private static String index(History history, Migration migration) {
    var names = new ArrayList<String>();
    history.migrations().forEach(it -> names.add(it.id().name()));
    names.add(migration.id().name());
    return names.stream().map(name -> name + "\n").collect(Collectors.joining());
  }

  private static String header(Migration migration, List<Risk> risks) {
    var text = new StringBuilder("message: ").append(migration.message()).append('\n');
    migration.dependsOn().forEach(id -> text.append("depends-on: ").append(id).append('\n'));
    migration.image().ifPresent(image -> text.append("image: ").append(image).append('\n'));
    if (!risks.isEmpty()) {
      text.append("\n# Steps that wait for approval. To approve one, take the # from its line.\n");
      risks.forEach(risk -> text.append("# approved: ").append(risk.step()).append('\n'));
    }
    return text.toString();
  }
}
