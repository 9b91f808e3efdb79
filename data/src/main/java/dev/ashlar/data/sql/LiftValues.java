package dev.ashlar.data.sql;

import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Param;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Expr.Values;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Query;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Count;
import dev.ashlar.model.query.Query.Delete;
import dev.ashlar.model.query.Query.Insert;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Query.Update;
import dev.ashlar.model.query.Query.Upsert;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.Selection.Field;
import dev.ashlar.model.query.Selection.Item;
import dev.ashlar.model.query.Selection.Many;
import dev.ashlar.model.query.Selection.One;
import dev.ashlar.model.query.Selection.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes the values out of a query and leaves places in their stead, so that queries of one shape
/// are equal.
final class LiftValues extends Rewrite {
  private final List<@Nullable Object> values = new ArrayList<>();

  /// The values taken out, in the order of their slots.
  List<@Nullable Object> values() {
    return values;
  }

  @Override
  protected Term term(Term term) {
    return switch (term) {
      case Value(var type, var value) -> {
        values.add(value);
        yield new Param(values.size() - 1, type, false);
      }
      case Values(var type, var many) -> {
        values.add(many);
        yield new Param(values.size() - 1, type, true);
      }
      default -> term;
    };
  }

  Query query(Query query) {
    return switch (query) {
      case Select select -> select(select);
      case Count(var entity, var where) -> new Count(entity, condition(where));
      case Insert insert -> insert(insert);
      case Update(var entity, var changes, var where) ->
          new Update(entity, assignments(changes), condition(where));
      case Delete(var entity, var where) -> new Delete(entity, condition(where));
      case Upsert(var insert, var key, var changes) ->
          new Upsert(insert(insert), key, assignments(changes));
    };
  }

  private Select select(Select select) {
    var selection = selection(select.selection());
    Condition where = condition(select.where());
    return new Select(
        select.entity(),
        selection,
        where,
        orders(select.order()),
        select.limit().map(this::term),
        select.lock());
  }

  private Insert insert(Insert insert) {
    var assignments = assignments(insert.values());
    Condition check = condition(insert.check());
    return new Insert(
        insert.entity(),
        assignments,
        check,
        insert.tests().stream().map(this::condition).toList(),
        insert.then().stream().map(this::insert).toList());
  }

  private List<Assignment> assignments(List<Assignment> assignments) {
    return assignments.stream()
        .map(each -> new Assignment(each.column(), Optional.of(value(each))))
        .toList();
  }

  /// Null is lifted like any value, since it must not make a shape of its own.
  private Term value(Assignment assignment) {
    if (assignment.value().isPresent()) {
      return term(assignment.value().get());
    }
    values.add(null);
    return new Param(values.size() - 1, assignment.column().type(), false);
  }

  private List<Order> orders(List<Order> order) {
    return order.stream().map(key -> new Order(term(key.term()), key.descending())).toList();
  }

  private Selection selection(Selection selection) {
    return new Selection(selection.items().stream().map(this::item).toList());
  }

  private Item item(Item item) {
    return switch (item) {
      case Field field -> field;
      case One(var relation, var inner) -> new One(relation, selection(inner));
      case Many(var relation, var inner, var where, var order, var take) ->
          new Many(
              relation, selection(inner), condition(where), orders(order), take.map(this::term));
      case Selection.Count(var relation, var where) ->
          new Selection.Count(relation, condition(where));
      case Test(var condition) -> new Test(condition(condition));
    };
  }
}
