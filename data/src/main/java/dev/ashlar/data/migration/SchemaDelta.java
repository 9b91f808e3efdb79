package dev.ashlar.data.migration;

import dev.ashlar.data.migration.Change.AddColumn;
import dev.ashlar.data.migration.Change.CreateTable;
import dev.ashlar.data.migration.Change.DropColumn;
import dev.ashlar.data.migration.Change.DropTable;
import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.Table;
import java.util.ArrayList;
import java.util.List;

/// What leads from one image to another, in an order in which it can be done.
public final class SchemaDelta {
  private final SchemaImage from;
  private final SchemaImage to;
  private final Mapping mapping;
  private final List<Change> changes;

  private SchemaDelta(SchemaImage from, SchemaImage to, Mapping mapping) {
    this.from = from;
    this.to = to;
    this.mapping = mapping;
    this.changes = new Differ(from, to, mapping).changes();
  }

  /// The way from one image to another.
  ///
  /// @throws MigrationException.Ambiguous when a rename could be meant in two ways
  public static SchemaDelta between(SchemaImage from, SchemaImage to) {
    return new SchemaDelta(from, to, Mapping.between(from, to));
  }

  /// The way back.
  public SchemaDelta inverse() {
    return new SchemaDelta(to, from, mapping.inverse());
  }

  /// What was.
  public SchemaImage from() {
    return from;
  }

  /// What becomes.
  public SchemaImage to() {
    return to;
  }

  /// The changes, in order.
  public List<Change> changes() {
    return changes;
  }

  /// Whether there is nothing to do.
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /// The steps that need a decision, in the order of their changes.
  public List<Risk> risks() {
    var risks = new ArrayList<Risk>();
    for (Change change : changes) {
      risksOf(change).forEach(risks::add);
    }
    return List.copyOf(risks);
  }

  List<Risk> risksOf(Change change) {
    return new Risks(this).of(change);
  }

  /// Dropped columns and tables that may have been meant as renames, because a new one of the same
  /// kind comes: a question each. A delta with none is clear.
  public List<Doubt> doubts() {
    var doubts = new ArrayList<Doubt>();
    for (Change change : changes) {
      switch (change) {
        case DropColumn(var table, var column) -> columnDoubt(table, column, doubts);
        case DropTable(var table) -> tableDoubt(table, doubts);
        case Change.RenameTable _,
            Change.RenameColumn _,
            Change.DropSearch _,
            Change.DropKey _,
            CreateTable _,
            AddColumn _,
            Change.ChangeType _,
            Change.SetNullable _,
            Change.SetRequired _,
            Change.RenameKey _,
            Change.AddKey _,
            Change.AddSearch _ -> {}
      }
    }
    return List.copyOf(doubts);
  }

  /// A drop that may have been meant as a rename.
  ///
  /// @param dropped what goes: `tasks` or `tasks.headline`
  /// @param question what is unclear, and how to say it
  public record Doubt(String dropped, String question) {}

  private void columnDoubt(String table, Column gone, List<Doubt> doubts) {
    for (Change change : changes) {
      if (change instanceof AddColumn(var other, var column)
          && other.equals(table)
          && column.type() == gone.type()) {
        doubts.add(
            new Doubt(
                table + "." + gone.name(),
                "Column %s.%s goes and %s of the same type comes. If it was renamed, write @Was(\"%s\") on the component %s; if not, say that %s.%s is to be dropped."
                    .formatted(
                        table,
                        gone.name(),
                        column.name(),
                        gone.component(),
                        column.component(),
                        table,
                        gone.name())));
        return;
      }
    }
  }

  private void tableDoubt(Table gone, List<Doubt> doubts) {
    for (Change change : changes) {
      if (change instanceof CreateTable(var table) && alike(gone, table)) {
        doubts.add(
            new Doubt(
                gone.name(),
                "Table %s goes and %s with the same columns comes. If %s was renamed, write @Was(\"%s\") on %s; if not, say that %s is to be dropped."
                    .formatted(
                        gone.name(),
                        table.name(),
                        gone.entity(),
                        gone.entity(),
                        table.entity(),
                        gone.name())));
        return;
      }
    }
  }

  /// Most of the columns have the same name and type.
  private static boolean alike(Table one, Table other) {
    long same =
        one.columns().stream()
            .filter(
                column ->
                    other
                        .column(column.name())
                        .filter(it -> it.type() == column.type())
                        .isPresent())
            .count();
    return same * 2 > Math.max(one.columns().size(), other.columns().size());
  }

  Mapping mapping() {
    return mapping;
  }
}
