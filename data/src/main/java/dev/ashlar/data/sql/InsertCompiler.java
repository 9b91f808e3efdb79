package dev.ashlar.data.sql;

import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Present;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Insert;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Upsert;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Compiles an insert: a select from the new row itself, so that its check is one more condition of
/// the statement.
///
/// What the check reads at the end of references is locked against change until the transaction
/// ends.
final class InsertCompiler {
  private final Dialect dialect;
  private final Model model;
  private final Guard guard;

  InsertCompiler(Dialect dialect, Model model, Guard guard) {
    this.dialect = dialect;
    this.model = model;
    this.guard = guard;
  }

  /// A unit: the first plan gives the tests of the new row, or no row where the check does not
  /// hold.
  List<Plan> unit(Insert insert) {
    if (dialect.chainsInserts()) {
      return List.of(chain(insert));
    }
    var plans = new ArrayList<Plan>();
    plans.add(probe(insert));
    plans.add(alone(insert));
    insert.then().forEach(each -> plans.add(alone(each)));
    return plans;
  }

  /// The tests of the new row, without inserting it.
  Plan probe(Insert insert) {
    var renderer = new Renderer(dialect, model, guard);
    return renderer.plan(checked(insert, renderer, ""), flags(insert));
  }

  /// The insert alone, without its check or consequences.
  Plan alone(Insert insert) {
    var renderer = new Renderer(dialect, model, guard);
    return renderer.plan(values(insert, renderer), List.of());
  }

  Plan upsert(Upsert upsert) {
    var renderer = new Renderer(dialect, model, guard);
    var text = new StringBuilder(values(upsert.insert(), renderer));
    text.append(
        upsert.key().stream()
            .map(column -> dialect.quote(column.sql()))
            .collect(Collectors.joining(", ", " ON CONFLICT (", ") DO ")));
    text.append(upsert.changes().isEmpty() ? "NOTHING" : "UPDATE SET ");
    text.append(
        upsert.changes().stream()
            .map(
                change ->
                    dialect.quote(change.column().sql())
                        + " = "
                        + renderer.place(change.value().orElseThrow(), false))
            .collect(Collectors.joining(", ")));
    return renderer.plan(text.toString(), List.of());
  }

  /// One statement for all: the row as it will be, if it fulfils the check, and the inserts that
  /// follow from it.
  private Plan chain(Insert insert) {
    var renderer = new Renderer(dialect, model, guard);
    var parts = new ArrayList<String>();
    parts.add("v AS (" + checked(insert, renderer, "t0.*, ") + ")");
    parts.add("w0 AS (%s SELECT %s FROM v)".formatted(head(insert, renderer), columns(insert)));
    for (Insert then : insert.then()) {
      parts.add(
          "w%d AS (%s SELECT %s FROM v)"
              .formatted(parts.size() - 1, head(then, renderer), places(then, renderer)));
    }
    var flags = new ArrayList<String>();
    for (int i = 0; i < insert.tests().size(); i++) {
      flags.add("v.f" + i);
    }
    String text =
        "WITH %s SELECT %s FROM v"
            .formatted(String.join(", ", parts), flags.isEmpty() ? "1" : String.join(", ", flags));
    return renderer.plan(text, flags(insert));
  }

  private static List<ValueType> flags(Insert insert) {
    return insert.tests().isEmpty()
        ? List.of(ValueType.INT)
        : insert.tests().stream().map(_ -> ValueType.BOOLEAN).toList();
  }

  /// The new row as a source, if it fulfils the check, with its tests.
  private String checked(Insert insert, Renderer renderer, String before) {
    Node row = renderer.root(insert.entity());
    requireReferences(insert.check(), row, renderer);
    String check = renderer.condition(insert.check(), row, false);
    var flags = new ArrayList<String>();
    for (Condition test : insert.tests()) {
      flags.add(
          "COALESCE(%s, FALSE) AS f%d"
              .formatted(renderer.condition(test, row, false), flags.size()));
    }
    return "SELECT %s%s FROM (SELECT %s) AS %s%s WHERE %s%s"
        .formatted(
            before,
            flags.isEmpty() ? "1 AS f" : String.join(", ", flags),
            named(insert, renderer),
            row.alias(),
            row.from(),
            check,
            lock(row));
  }

  private String values(Insert insert, Renderer renderer) {
    return "%s VALUES (%s)".formatted(head(insert, renderer), places(insert, renderer));
  }

  /// A reference that must lead somewhere is an inner join, whose row can be locked.
  private void requireReferences(Condition check, Node row, Renderer renderer) {
    var conjuncts = check instanceof And(var all) ? all : List.of(check);
    for (Condition each : conjuncts) {
      if (each instanceof Present(Path path, boolean negated) && !negated) {
        Node node = row;
        for (Relation step : path.steps()) {
          node = renderer.step(node, step, true, false, false);
        }
      }
    }
  }

  private String lock(Node row) {
    var inner = row.from().inner();
    return inner.isEmpty() ? "" : dialect.lock(Lock.SHARE, String.join(", ", inner));
  }

  private String head(Insert insert, Renderer renderer) {
    return insert.values().stream()
        .map(each -> dialect.quote(each.column().sql()))
        .collect(
            Collectors.joining(", ", "INSERT INTO " + renderer.table(insert.entity()) + " (", ")"));
  }

  private String places(Insert insert, Renderer renderer) {
    return insert.values().stream()
        .map(each -> place(each, renderer))
        .collect(Collectors.joining(", "));
  }

  private String named(Insert insert, Renderer renderer) {
    return insert.values().stream()
        .map(each -> place(each, renderer) + " AS " + dialect.quote(each.column().sql()))
        .collect(Collectors.joining(", "));
  }

  private String columns(Insert insert) {
    return insert.values().stream()
        .map(each -> "v." + dialect.quote(each.column().sql()))
        .collect(Collectors.joining(", "));
  }

  private static String place(Assignment assignment, Renderer renderer) {
    return renderer.place(assignment.value().orElseThrow(), false);
  }
}
