package dev.ashlar.data.sql;

import dev.ashlar.data.sql.Statement.Parameter;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.Any;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Before;
import dev.ashlar.model.query.Expr.Can;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.In;
import dev.ashlar.model.query.Expr.IsNull;
import dev.ashlar.model.query.Expr.Match;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.model.query.Expr.OfActor.Fact;
import dev.ashlar.model.query.Expr.Or;
import dev.ashlar.model.query.Expr.Param;
import dev.ashlar.model.query.Expr.Present;
import dev.ashlar.model.query.Expr.Search;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Expr.Values;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.value.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the terms and conditions of one statement, joins the tables that they walk to, and
/// collects what they bind.
final class Renderer {
  private final Dialect dialect;
  private final Model model;
  private final Guard guard;
  private final Map<Term, Integer> places = new LinkedHashMap<>();
  private int aliases;

  Renderer(Dialect dialect, Model model, Guard guard) {
    this.dialect = dialect;
    this.model = model;
    this.guard = guard;
  }

  Guard guard() {
    return guard;
  }

  Model model() {
    return model;
  }

  // ---- tables ----

  String alias() {
    return "t" + aliases++;
  }

  Node root(EntityModel<?> entity) {
    return new Node(alias(), entity, new From(), false);
  }

  String table(EntityModel<?> entity) {
    return dialect.quote(entity.plural());
  }

  String id(Node node) {
    return dialect.column(node.alias(), node.entity().id());
  }

  /// The table reference at the end of a path, joined if it is not yet.
  ///
  /// @param guarded whether rows that the reader may not see are passed over
  /// @param masked whether references that the reader may not see lead nowhere
  Node walk(Node start, Path path, boolean guarded, boolean masked) {
    Node node = start;
    for (Relation step : path.steps()) {
      node = step(node, step, guarded, masked, guarded || step.optional());
    }
    return node;
  }

  /// The table reference one step further; an outer one may find no row, an inner one drops the
  /// rows that find none.
  Node step(Node node, Relation relation, boolean guarded, boolean masked, boolean outer) {
    boolean hides = masked && !guard.column(model.reference(relation)).equals(Always.TRUE);
    Node seen = hides ? null : node.joined().get(new Node.Step(relation, true, false));
    if (seen != null && !seen.outer()) {
      return seen;
    }
    var key = new Node.Step(relation, guarded, hides);
    Node known = node.joined().get(key);
    if (known != null) {
      return known;
    }
    Node next = join(node, relation, guarded, hides, outer);
    node.joined().put(key, next);
    return next;
  }

  private Node join(Node node, Relation relation, boolean guarded, boolean masked, boolean outer) {
    var target = model.target(relation);
    var next = new Node(alias(), target, node.from(), outer || node.outer());
    var on = new StringBuilder(id(next)).append(" = ");
    on.append(column(node, model.reference(relation), masked));
    if (guarded) {
      and(on, apart(guard.rows(target), next));
    }
    node.from().join(next.outer(), table(target), next.alias(), on.toString());
    return next;
  }

  /// A policy's condition on one table reference that brings along the joins it needs.
  private String apart(Condition condition, Node node) {
    var joins = new From();
    String text = condition(condition, node.within(joins), false);
    return joins.empty()
        ? text
        : "EXISTS (SELECT 1 FROM (SELECT 1) AS %s%s WHERE %s)".formatted(alias(), joins, text);
  }

  private static void and(StringBuilder text, String condition) {
    if (!condition.equals("TRUE")) {
      text.append(" AND ").append(condition);
    }
  }

  // ---- terms ----

  String term(Term term, Node node, boolean guarded) {
    return switch (term) {
      case At(var path, var column) -> column(walk(node, path, guarded, guarded), column, guarded);
      case Param param -> place(param, param.many());
      case OfActor actor -> place(actor, actor.fact() instanceof Fact.Teams);
      case Before before -> place(before, false);
      case Value constant -> place(constant, false);
      case Values constants -> place(constants, true);
    };
  }

  /// A column as this reader sees it: null where it is hidden.
  String column(Node node, Column<?, ?> column, boolean guarded) {
    String text = dialect.column(node.alias(), column);
    Condition visible = guarded ? guard.column(column) : Always.TRUE;
    return visible.equals(Always.TRUE)
        ? text
        : dialect.masked(text, column.type(), condition(visible, node, false));
  }

  String place(Term term, boolean many) {
    int number = places.computeIfAbsent(term, _ -> places.size() + 1);
    return dialect.place(number, term.type(), many);
  }

  List<Term> binds() {
    return new ArrayList<>(places.keySet());
  }

  List<Parameter> parameters() {
    return places.keySet().stream()
        .map(term -> new Parameter(term.type(), many(term)))
        .collect(Collectors.toList());
  }

  private static boolean many(Term term) {
    return switch (term) {
      case Param param -> param.many();
      case OfActor actor -> actor.fact() instanceof Fact.Teams;
      case At _, Before _, Value _ -> false;
      case Values _ -> true;
    };
  }

  Plan plan(String text, List<ValueType> results) {
    return new Plan(new Statement(text, parameters(), results), binds());
  }

  // ---- conditions ----

  /// A condition that may come out null where it is false; every place it is put in takes null for
  /// false.
  String condition(Condition condition, Node node, boolean guarded) {
    return switch (condition) {
      case Always(var value) -> value ? "TRUE" : "FALSE";
      case Compare compare -> compare(compare, node, guarded);
      case In(var value, var many, var negated) ->
          unless(
              negated,
              dialect.member(term(value, node, guarded), term(many, node, guarded), value.type()));
      case IsNull(var value, var negated) ->
          "%s IS %sNULL".formatted(term(value, node, guarded), negated ? "NOT " : "");
      case Match(var how, var text, var part, var negated) ->
          unless(negated, dialect.match(how, term(text, node, guarded), term(part, node, guarded)));
      case Search(var path, var entity, var words, var negated) ->
          unless(
              negated,
              search(
                  walk(node, path, guarded, guarded), entity, term(words, node, guarded), guarded));
      case And(var all) -> joined(all, " AND ", node, guarded);
      case Or(var any) -> joined(any, " OR ", node, guarded);
      case Any any -> any(any, node, guarded);
      case Present(var path, var negated) ->
          "%s IS %sNULL".formatted(id(walk(node, path, true, guarded)), negated ? "" : "NOT ");
      case Can can ->
          throw new IllegalArgumentException(
              "%s reached the compiler: resolve what the actor holds before compiling a policy."
                  .formatted(can));
    };
  }

  /// A reader finds a row by what she may see of it alone.
  private String search(Node node, EntityModel<?> entity, String words, boolean guarded) {
    var text = new StringBuilder(dialect.search(node.alias(), entity, words));
    if (guarded) {
      for (Column<?, ?> column : entity.searchable()) {
        and(text, condition(guard.column(column), node, false));
      }
    }
    return text.toString();
  }

  private String compare(Compare compare, Node node, boolean guarded) {
    String text =
        "%s %s %s"
            .formatted(
                term(compare.left(), node, guarded),
                symbol(compare.operator()),
                term(compare.right(), node, guarded));
    return compare.whenNull() ? "(" + text + ") IS NOT FALSE" : text;
  }

  private static String symbol(Operator operator) {
    return switch (operator) {
      case EQ -> "=";
      case NE -> "<>";
      case LT -> "<";
      case LTE -> "<=";
      case GT -> ">";
      case GTE -> ">=";
    };
  }

  private static String unless(boolean negated, String condition) {
    return negated ? "(" + condition + ") IS NOT TRUE" : condition;
  }

  private String joined(List<Condition> conditions, String word, Node node, boolean guarded) {
    return conditions.stream()
        .map(each -> condition(each, node, guarded))
        .collect(Collectors.joining(word, "(", ")"));
  }

  private String any(Any any, Node node, boolean guarded) {
    Node start = walk(node, any.path(), guarded, guarded);
    Node many = root(model.target(any.relation()));
    String where = across(any.relation(), start, many, any.where(), guarded);
    return "%sEXISTS (SELECT 1 FROM %s AS %s%s WHERE %s)"
        .formatted(
            any.negated() ? "NOT " : "", table(many.entity()), many.alias(), many.from(), where);
  }

  /// The condition on the rows of a to-many relation: that they belong to the parent, may be seen,
  /// and fit.
  String across(Relation relation, Node parent, Node many, Condition where, boolean guarded) {
    var reference = column(many, model.reference(relation), guarded);
    return reference + " = " + id(parent) + seen(many, where, guarded);
  }

  /// That a row may be seen and fits, as further conjuncts.
  String seen(Node node, Condition where, boolean guarded) {
    var text = new StringBuilder();
    if (guarded) {
      and(text, condition(guard.rows(node.entity()), node, false));
    }
    and(text, condition(where, node, guarded));
    return text.toString();
  }
}
