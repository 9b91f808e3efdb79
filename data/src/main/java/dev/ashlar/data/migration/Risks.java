package dev.ashlar.data.migration;

import dev.ashlar.data.migration.Change.AddColumn;
import dev.ashlar.data.migration.Change.AddKey;
import dev.ashlar.data.migration.Change.DropKey;
import dev.ashlar.data.migration.SchemaImage.Check;
import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.Fill;
import dev.ashlar.data.migration.SchemaImage.ForeignKey;
import dev.ashlar.data.migration.SchemaImage.Index;
import dev.ashlar.data.migration.SchemaImage.PrimaryKey;
import dev.ashlar.data.migration.SchemaImage.Unique;
import java.util.List;
import java.util.Optional;

/// Tells which changes lose data, may be refused by the data there is, or keep others waiting.
final class Risks {
  private final SchemaDelta delta;

  Risks(SchemaDelta delta) {
    this.delta = delta;
  }

  List<Risk> of(Change change) {
    return risk(change).stream().toList();
  }

  private Optional<Risk> risk(Change change) {
    return switch (change) {
      case Change.DropTable(var table) ->
          losing("drop-table " + table.name(), "all its rows are lost");
      case Change.DropColumn(var table, var column) ->
          losing("drop-column " + table + "." + column.name(), "all its values are lost");
      case Change.ChangeType(var table, var from, var to) -> retyped(table, from, to);
      case AddColumn(var table, var column) -> added(table, column);
      case Change.SetRequired(var table, var column) ->
          careful(
              "require " + table + "." + column.name(),
              "refused while rows hold null; fill them first, and no running program may still write null");
      case AddKey(var table, var key) -> isOverNewColumns(table, key) ? none() : key(table, key);
      case Change.AddSearch(var table, _) ->
          careful("add-search " + table, "the table is written anew while everybody waits");
      case Change.RenameTable _,
          Change.RenameColumn _,
          Change.DropSearch _,
          DropKey _,
          Change.CreateTable _,
          Change.SetNullable _,
          Change.RenameKey _ ->
          none();
    };
  }

  private static Optional<Risk> none() {
    return Optional.empty();
  }

  private static Optional<Risk> careful(String step, String why) {
    return Optional.of(new Risk(step, why, false));
  }

  private static Optional<Risk> losing(String step, String why) {
    return Optional.of(new Risk(step, why, true));
  }

  private static Optional<Risk> retyped(String table, Column from, Column to) {
    String step = "change-type " + table + "." + to.name();
    String wait = "the table is written anew while everybody waits";
    boolean losing = Conversion.loses(from.type(), to.type());
    return Conversion.trouble(from.type(), to.type())
        .map(trouble -> new Risk(step, trouble + "; " + wait, losing))
        .or(() -> careful(step, wait));
  }

  private Optional<Risk> added(String table, Column column) {
    if (column.nullable() || column.fill() != Fill.UNKNOWN) {
      return none();
    }
    String step = "add-required " + table + "." + column.name();
    var owner = delta.to().table(table).orElseThrow();
    return careful(
        step,
        Zero.of(owner, column)
            .map(
                zero ->
                    "rows that are there get %s; write another value below if it is wrong"
                        .formatted(zero.text()))
            .orElse("refused while the table has rows; write a value for them below"));
  }

  /// Nothing can be wrong with values that are not there yet.
  private boolean isOverNewColumns(String table, Key key) {
    return delta.changes().stream()
        .anyMatch(
            change ->
                change instanceof AddColumn(var other, var column)
                    && other.equals(table)
                    && key.over().contains(column.name()));
  }

  private Optional<Risk> key(String table, Key key) {
    String step = "add-" + Change.word(key) + " " + key.name();
    return switch (key) {
      case PrimaryKey _ -> none();
      case ForeignKey(_, _, var target, _) ->
          careful(step, "refused while rows refer to no row of " + target);
      case Unique _ -> careful(step, "refused while rows are alike; writers wait meanwhile");
      case Index _ -> careful(step, "writers of " + table + " wait while it is built");
      case Check check ->
          isWidened(table, check)
              ? none()
              : careful(step, "refused while rows break the rule; writers wait meanwhile");
    };
  }

  private boolean isWidened(String table, Check check) {
    return delta.changes().stream()
        .anyMatch(
            change ->
                change instanceof DropKey(var other, Check was)
                    && other.equals(table)
                    && delta
                        .mapping()
                        .column(table, was.column())
                        .equals(Optional.of(check.column()))
                    && check.rule().allowsAllOf(was.rule()));
  }
}
