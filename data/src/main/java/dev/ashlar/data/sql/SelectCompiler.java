package dev.ashlar.data.sql;

import dev.ashlar.data.sql.SelectPlan.At;
import dev.ashlar.data.sql.SelectPlan.Below;
import dev.ashlar.data.sql.SelectPlan.Child;
import dev.ashlar.data.sql.SelectPlan.Hidden;
import dev.ashlar.data.sql.SelectPlan.Joined;
import dev.ashlar.data.sql.SelectPlan.Layout;
import dev.ashlar.data.sql.SelectPlan.Masked;
import dev.ashlar.data.sql.SelectPlan.Place;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Param;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.Selection.Count;
import dev.ashlar.model.query.Selection.Field;
import dev.ashlar.model.query.Selection.Item;
import dev.ashlar.model.query.Selection.Many;
import dev.ashlar.model.query.Selection.One;
import dev.ashlar.model.query.Selection.Test;
import dev.ashlar.model.value.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Compiles one level of a selection, and the levels below with compilers of their own.
final class SelectCompiler {
  private static final String LOCAL = "p";

  private final Dialect dialect;
  private final Renderer renderer;
  private final Guard guard;
  private final Model model;

  /// What the statement gives, by text, so that nothing is given twice.
  private final Map<String, ValueType> outputs = new LinkedHashMap<>();

  private final List<String> positions = new ArrayList<>();
  private final List<Child> children = new ArrayList<>();

  SelectCompiler(Dialect dialect, Model model, Guard guard) {
    this.dialect = dialect;
    this.model = model;
    this.guard = guard;
    this.renderer = new Renderer(dialect, model, guard);
  }

  SelectPlan root(Select select) {
    Node root = renderer.root(select.entity());
    var layout = layout(select.selection(), root);
    String where = Compiler.where(renderer.seen(root, select.where(), true));
    String order = order(select.order(), root);
    String limit =
        select.limit().map(term -> " LIMIT " + renderer.term(term, root, true)).orElse("");
    String lock = select.lock() == Lock.NONE ? "" : dialect.lock(select.lock(), root.alias());
    String text =
        "SELECT %s FROM %s AS %s%s%s%s%s%s"
            .formatted(
                selected(),
                renderer.table(select.entity()),
                root.alias(),
                root.from(),
                where,
                order,
                limit,
                lock);
    return finish(text, select.selection(), layout);
  }

  // ---- to-many levels ----

  /// The rows of a to-many relation for all parents at once, their parent's key among them.
  private Child child(int parentId, Many many) {
    Node rows = renderer.root(model.target(many.relation()));
    var reference = model.reference(many.relation());
    int childParent = output(dialect.column(rows.alias(), reference), ValueType.UUID);
    var layout = layout(many.selection(), rows);
    String text =
        many.take().isEmpty()
            ? allRows(many, rows, reference)
            : switch (dialect.topRows()) {
              case LATERAL -> lateral(many, rows, reference);
              case CORRELATED -> correlated(many, rows, reference);
            };
    return new Child(parentId, childParent, finish(text, many.selection(), layout));
  }

  private String parents() {
    return renderer.place(new Param(SelectPlan.PARENTS, ValueType.UUID, true), true);
  }

  private String allRows(Many many, Node rows, Column<?, ?> reference) {
    String member =
        dialect.member(renderer.column(rows, reference, true), parents(), ValueType.UUID);
    String seen = renderer.seen(rows, many.where(), true);
    String order = order(many.order(), rows);
    return "SELECT %s FROM %s AS %s%s WHERE %s%s%s"
        .formatted(
            selected(),
            renderer.table(rows.entity()),
            rows.alias(),
            rows.from(),
            member,
            seen,
            order);
  }

  private String lateral(Many many, Node rows, Column<?, ?> reference) {
    String first = first(many, rows, reference, selected());
    return "SELECT c.* FROM %s CROSS JOIN LATERAL (%s) AS c"
        .formatted(dialect.keys(parents(), LOCAL), first);
  }

  private String correlated(Many many, Node rows, Column<?, ?> reference) {
    Node found = renderer.root(rows.entity());
    String first = first(many, found, reference, renderer.id(found));
    String order = order(many.order(), rows);
    return "SELECT %s FROM %s JOIN %s AS %s ON %s IN (%s)%s%s"
        .formatted(
            selected(),
            dialect.keys(parents(), LOCAL),
            renderer.table(rows.entity()),
            rows.alias(),
            renderer.id(rows),
            first,
            rows.from(),
            order);
  }

  /// The first rows of the parent whose key is the local one.
  private String first(Many many, Node rows, Column<?, ?> reference, String outputs) {
    String seen = renderer.seen(rows, many.where(), true);
    String order = order(many.order(), rows);
    String take = renderer.term(many.take().orElseThrow(), rows, true);
    return "SELECT %s FROM %s AS %s%s WHERE %s = %s%s%s LIMIT %s"
        .formatted(
            outputs,
            renderer.table(rows.entity()),
            rows.alias(),
            rows.from(),
            renderer.column(rows, reference, true),
            dialect.key(LOCAL),
            seen,
            order,
            take);
  }

  // ---- what is read ----

  private Layout layout(Selection selection, Node node) {
    return new Layout(selection.items().stream().map(item -> place(item, node)).toList());
  }

  private Place place(Item item, Node node) {
    return switch (item) {
      case Field(var column) -> field(column, node);
      case One(var relation, var selection) -> {
        Node one = renderer.step(node, relation, true, true, true);
        int id = output(renderer.id(one), ValueType.UUID);
        yield new Joined(id, selection, layout(selection, one));
      }
      case Many many -> {
        int parent = output(renderer.id(node), ValueType.UUID);
        children.add(new SelectCompiler(dialect, model, guard).child(parent, many));
        yield new Below(children.size() - 1);
      }
      case Count(var relation, var where) -> {
        Node many = renderer.root(model.target(relation));
        String across = renderer.across(relation, node, many, where, true);
        String text =
            "(SELECT count(*) FROM %s AS %s%s WHERE %s)"
                .formatted(renderer.table(many.entity()), many.alias(), many.from(), across);
        yield new At(output(text, ValueType.LONG));
      }
      case Test(var condition) -> new At(flag(condition, node));
    };
  }

  private Place field(Column<?, ?> column, Node node) {
    Condition visible = guard.column(column);
    if (visible.equals(Always.FALSE)) {
      return new Hidden();
    }
    String text = dialect.result(renderer.column(node, column, true), column.type());
    int index = output(text, column.type());
    return visible.equals(Always.TRUE) ? new At(index) : new Masked(index, flag(visible, node));
  }

  private int flag(Condition condition, Node node) {
    String text = "COALESCE(%s, FALSE)".formatted(renderer.condition(condition, node, false));
    return output(text, ValueType.BOOLEAN);
  }

  private int output(String text, ValueType type) {
    if (outputs.putIfAbsent(text, type) == null) {
      positions.add(text);
    }
    return positions.indexOf(text);
  }

  private String selected() {
    if (positions.isEmpty()) {
      output("1", ValueType.INT);
    }
    var names = new ArrayList<String>();
    for (int i = 0; i < positions.size(); i++) {
      names.add(positions.get(i) + " AS c" + i);
    }
    return String.join(", ", names);
  }

  private String order(List<Order> order, Node node) {
    return order.isEmpty()
        ? ""
        : order.stream()
            .map(key -> key(key, node))
            .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  private String key(Order order, Node node) {
    boolean nullable =
        !(order.term() instanceof dev.ashlar.model.query.Expr.At(var path, var column))
            || !path.root()
            || column.nullable()
            || !guard.column(column).equals(Always.TRUE);
    return dialect.order(renderer.term(order.term(), node, true), nullable, order);
  }

  private SelectPlan finish(String text, Selection selection, Layout layout) {
    return new SelectPlan(
        renderer.plan(text, List.copyOf(outputs.values())), selection, layout, children);
  }
}
