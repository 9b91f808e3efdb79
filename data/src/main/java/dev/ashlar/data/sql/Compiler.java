package dev.ashlar.data.sql;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Count;
import dev.ashlar.model.query.Query.Delete;
import dev.ashlar.model.query.Query.Insert;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Query.Update;
import dev.ashlar.model.query.Query.Upsert;
import dev.ashlar.model.value.ValueType;
import java.util.List;

/// Turns the shapes of queries into plans of one dialect, for one model.
public final class Compiler {
  private final Dialect dialect;
  private final Model model;

  public Compiler(Dialect dialect, Model model) {
    this.dialect = dialect;
    this.model = model;
  }

  /// The dialect that plans are written in.
  public Dialect dialect() {
    return dialect;
  }

  /// Reads, at most one statement for each level of the selection.
  public SelectPlan select(Shape<Select> shape, Guard guard) {
    return new SelectCompiler(dialect, model, guard).root(shape.query());
  }

  /// Counts the rows that the reader may see.
  public Plan count(Shape<Count> shape, Guard guard) {
    var count = shape.query();
    var renderer = new Renderer(dialect, model, guard);
    Node root = renderer.root(count.entity());
    String where = where(renderer.seen(root, count.where(), true));
    String text =
        "SELECT count(*) FROM %s AS %s%s%s"
            .formatted(renderer.table(count.entity()), root.alias(), root.from(), where);
    return renderer.plan(text, List.of(ValueType.LONG));
  }

  /// Inserts a row if its check holds, and then others, as the steps of a unit.
  public List<Plan> unit(Shape<Insert> shape, Guard guard) {
    return new InsertCompiler(dialect, model, guard).unit(shape.query());
  }

  /// Tells the tests of a row that would be inserted, and inserts nothing.
  public Plan probe(Shape<Insert> shape, Guard guard) {
    return new InsertCompiler(dialect, model, guard).probe(shape.query());
  }

  /// Inserts a row, and nothing else.
  public Plan insert(Shape<Insert> shape) {
    return new InsertCompiler(dialect, model, Guard.NONE).alone(shape.query());
  }

  /// Inserts a row or changes the one with the same key.
  public Plan upsert(Shape<Upsert> shape) {
    return new InsertCompiler(dialect, model, Guard.NONE).upsert(shape.query());
  }

  /// Changes rows, whoever may see them: the caller says in the condition which.
  public Plan update(Shape<Update> shape) {
    var update = shape.query();
    var renderer = new Renderer(dialect, model, Guard.NONE);
    Node root = renderer.root(update.entity());
    var sets = assignments(renderer, root, update.changes());
    String text =
        "UPDATE %s AS %s SET %s%s"
            .formatted(
                renderer.table(update.entity()),
                root.alias(),
                String.join(", ", sets),
                rows(renderer, root, update.entity(), update.where()));
    return renderer.plan(text, List.of());
  }

  /// Removes rows, whoever may see them: the caller says in the condition which.
  public Plan delete(Shape<Delete> shape) {
    var delete = shape.query();
    var renderer = new Renderer(dialect, model, Guard.NONE);
    Node root = renderer.root(delete.entity());
    String text =
        "DELETE FROM %s AS %s%s"
            .formatted(
                renderer.table(delete.entity()),
                root.alias(),
                rows(renderer, root, delete.entity(), delete.where()));
    return renderer.plan(text, List.of());
  }

  private List<String> assignments(Renderer renderer, Node root, List<Assignment> changes) {
    return changes.stream()
        .map(
            change ->
                dialect.quote(change.column().sql())
                    + " = "
                    + renderer.term(change.value().orElseThrow(), root, false))
        .toList();
  }

  /// A changing statement has no joins: where its condition walks, a subquery finds the keys.
  private String rows(Renderer renderer, Node root, EntityModel<?> entity, Condition condition) {
    if (condition.equals(Always.TRUE)) {
      return "";
    }
    String flat = renderer.condition(condition, root, false);
    if (root.from().empty()) {
      return " WHERE " + flat;
    }
    Node found = renderer.root(entity);
    String deep = renderer.condition(condition, found, false);
    return " WHERE %s IN (SELECT %s FROM %s AS %s%s WHERE %s)"
        .formatted(
            renderer.id(root),
            renderer.id(found),
            renderer.table(entity),
            found.alias(),
            found.from(),
            deep);
  }

  static String where(String conjuncts) {
    return conjuncts.isEmpty() ? "" : " WHERE " + conjuncts.substring(" AND ".length());
  }
}
