package dev.ashlar.data.migration;

import dev.ashlar.data.migration.SchemaSql.Way;
import java.util.ArrayList;
import java.util.List;

/// A script while it is written: statements, each after what must be known of it.
final class ScriptText {
  static final String NEEDS_APPROVAL = "-- ashlar:needs-approval ";
  static final String LOSES_DATA = "-- ashlar:loses-data ";

  private final Way way;
  private final List<String> blocks = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  ScriptText(Way way) {
    this.way = way;
  }

  /// Says what the next statement risks.
  void risks(List<Risk> risks) {
    for (Risk risk : risks) {
      String head =
          switch (way) {
            case UP -> NEEDS_APPROVAL;
            case DOWN -> risk.losing() ? LOSES_DATA : "-- ";
          };
      notes.add(head + risk.step() + ": " + risk.why() + "\n");
    }
  }

  /// Says something of the next statement.
  void note(String text) {
    notes.add("-- " + text + "\n");
  }

  void statement(String sql) {
    blocks.add(String.join("", notes) + sql + ";\n");
    notes.clear();
  }

  /// The script; notes that no statement followed stand at its end.
  String text() {
    if (!notes.isEmpty()) {
      blocks.add(String.join("", notes));
      notes.clear();
    }
    return String.join("\n", blocks);
  }
}
