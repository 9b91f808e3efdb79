package dev.ashlar.data.sql;

import dev.ashlar.model.query.Expr.Always;
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

  List<Plan> plans(Insert insert) {
    if (insert.then().isEmpty() || !dialect.chainsInserts()) {
      var plans = new ArrayList<Plan>();
      plans.add(alone(insert));
      insert.then().forEach(each -> plans.addAll(plans(each)));
      return plans;
    }
    return List.of(chain(insert));
  }

  private Plan alone(Insert insert) {
    var renderer = new Renderer(dialect, model, guard);
    return renderer.plan(one(insert, renderer), List.of());
  }

  Plan upsert(Upsert upsert) {
    var renderer = new Renderer(dialect, model, guard);
    var text = new StringBuilder(one(upsert.insert(), renderer));
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

  /// One statement for all: the first insert decides whether the others happen.
  private Plan chain(Insert insert) {
    var renderer = new Renderer(dialect, model, guard);
    var parts = new ArrayList<String>();
    parts.add("w0 AS (" + one(insert, renderer) + " RETURNING 1)");
    for (Insert then : insert.then()) {
      parts.add("w%d AS (%s)".formatted(parts.size(), following(then, renderer)));
    }
    String text = "WITH " + String.join(", ", parts) + " SELECT 1 FROM w0";
    return renderer.plan(text, List.of());
  }

  private String following(Insert insert, Renderer renderer) {
    return "%s SELECT %s WHERE EXISTS (SELECT 1 FROM w0)"
        .formatted(head(insert, renderer), places(insert, renderer));
  }

  private String one(Insert insert, Renderer renderer) {
    if (insert.check().equals(Always.TRUE)) {
      return "%s VALUES (%s)".formatted(head(insert, renderer), places(insert, renderer));
    }
    Node row = renderer.root(insert.entity());
    requireReferences(insert.check(), row, renderer);
    String check = renderer.condition(insert.check(), row, false);
    return "%s SELECT %s FROM (SELECT %s) AS %s%s WHERE %s%s"
        .formatted(
            head(insert, renderer),
            columns(insert, row),
            named(insert, renderer),
            row.alias(),
            row.from(),
            check,
            lock(row));
  }

  /// A reference that must lead somewhere is an inner join, whose row can be locked.
  private void requireReferences(Condition check, Node row, Renderer renderer) {
    var conjuncts = check instanceof And(var all) ? all : List.of(check);
    for (Condition each : conjuncts) {
      if (each instanceof Present(Path path, boolean negated) && !negated) {
        Node node = row;
        for (Relation step : path.steps()) {
          node = renderer.step(node, step, true, false);
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

  private String columns(Insert insert, Node row) {
    return insert.values().stream()
        .map(each -> dialect.column(row.alias(), each.column()))
        .collect(Collectors.joining(", "));
  }

  private static String place(Assignment assignment, Renderer renderer) {
    return renderer.place(assignment.value().orElseThrow(), false);
  }
}
