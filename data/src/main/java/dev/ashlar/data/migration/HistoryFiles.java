package dev.ashlar.data.migration;

import dev.ashlar.data.migration.Migration.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads a module's history: an index of names, an image, and a folder for each migration.
///
/// ```
/// index.txt                     one name a line, in order
/// schema.json                   the image the newest migration leads to
/// 0001_create_tasks/
///   migration.txt               what it is, what it needs, what was approved
///   postgresql.up.sql  postgresql.down.sql  sqlite.up.sql  sqlite.down.sql
/// ```
///
/// A folder is found by its name in the index only: on a class path nothing can be listed.
final class HistoryFiles {
  static final String INDEX = "index.txt";
  static final String IMAGE = "schema.json";
  static final String HEADER = "migration.txt";

  private final String module;
  private final String place;
  private final Function<String, Optional<String>> files;

  /// @param place where it is, for messages
  /// @param files the text of a file by its name, if there is one
  HistoryFiles(String module, String place, Function<String, Optional<String>> files) {
    this.module = module;
    this.place = place;
    this.files = files;
  }

  History read() {
    var migrations = new ArrayList<Migration>();
    var seen = new HashSet<String>();
    for (String name : lines(files.apply(INDEX).orElse(""))) {
      if (!seen.add(name)) {
        throw new MigrationException.Malformed(
            "%s%s names %s twice; remove one of the lines.".formatted(place, INDEX, name));
      }
      migrations.add(migration(name));
    }
    return new History(module, migrations, files.apply(IMAGE).map(SchemaImage::parse));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private Migration migration(String name) {
    var header = new Header(place + name + "/" + HEADER, text(name, HEADER));
    var scripts = new HashMap<String, Script>();
    for (SchemaSql sql : SchemaSql.all()) {
      Optional<String> up = script(name, up(sql.dialect()), ScriptText.NEEDS_APPROVAL);
      Optional<String> down = script(name, down(sql.dialect()), ScriptText.LOSES_DATA);
      up.ifPresent(text -> scripts.put(sql.dialect(), new Script(text, down.orElse(""))));
    }
    return header.migration(new MigrationId(module, name), scripts);
  }

  /// A mark that is mistyped would let a step run that should have waited.
  private Optional<String> script(String name, String file, String mark) {
    Optional<String> text = files.apply(name + "/" + file);
    for (String line : lines(text.orElse(""))) {
      if (line.startsWith("-- ashlar:") && !line.startsWith(mark)) {
        throw new MigrationException.Malformed(
            "%s%s/%s has the mark \"%s\"; the one it can have is \"%s<step>: <why>\"."
                .formatted(place, name, file, line, mark));
      }
    }
    return text;
  }

  private String text(String name, String file) {
    return files
        .apply(name + "/" + file)
        .orElseThrow(
            () ->
                new MigrationException.Malformed(
                    "%s%s names the migration %s, but there is no %s%s/%s. Restore the file, or remove the line if the migration ran nowhere."
                        .formatted(place, INDEX, name, place, name, file)));
  }

  static String up(String dialect) {
    return dialect + ".up.sql";
  }

  static String down(String dialect) {
    return dialect + ".down.sql";
  }

  /// The lines `key: value` of a migration's first file; those beginning with `#` say nothing.
  private static final class Header {
    private final String place;
    private final Map<String, List<String>> values = new HashMap<>();

    private Header(String place, String text) {
      this.place = place;
      for (String line : lines(text)) {
        if (!line.startsWith("#")) {
          int colon = line.indexOf(':');
          String key = colon < 0 ? line : line.substring(0, colon).strip();
          if (colon < 0 || !Set.of("message", "depends-on", "image", "approved").contains(key)) {
            throw wrong("has the line \"" + line + "\"");
          }
          values
              .computeIfAbsent(key, _ -> new ArrayList<>())
              .add(line.substring(colon + 1).strip());
        }
      }
    }

    private MigrationException.Malformed wrong(String what) {
      return new MigrationException.Malformed(
          "%s %s; it takes one `message: …`, at most one `image: …`, and any number of `depends-on: module/name` and `approved: step`."
              .formatted(place, what));
    }

    private Migration migration(MigrationId id, Map<String, Script> scripts) {
      List<String> messages = all("message");
      if (messages.size() != 1 || all("image").size() > 1) {
        throw wrong(
            "has %d messages and %d images".formatted(messages.size(), all("image").size()));
      }
      return new Migration(
          id,
          messages.getFirst(),
          all("depends-on").stream().map(this::id).toList(),
          new HashSet<>(all("approved")),
          all("image").stream().findFirst(),
          scripts);
    }

    private MigrationId id(String text) {
      try {
        return MigrationId.parse(text);
      } catch (IllegalArgumentException e) {
        throw new MigrationException.Malformed(place + ": " + e.getMessage(), e);
      }
    }

    private List<String> all(String key) {
      return values.getOrDefault(key, List.of());
    }
  }
}
