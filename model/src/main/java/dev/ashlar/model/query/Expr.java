package dev.ashlar.model.query;

import dev.ashlar.model.value.ValueType;
import java.util.List;

/// A condition on a row, or a value it has. One record for each node; each condition knows its own
/// negation.
///
/// Conditions are two-valued: a comparison with null is false, and its negation true.
public sealed interface Expr {

  /// Something with a value, or with many.
  sealed interface Term extends Expr {
    /// The type of the value, or of each of the many.
    ValueType type();
  }

  /// Something true or false of a row.
  sealed interface Condition extends Expr {
    /// True where this is false, and false where this is true.
    Condition not();

    /// True where both are.
    default Condition and(Condition other) {
      return And.of(List.of(this, other));
    }

    /// True where one is.
    default Condition or(Condition other) {
      return Or.of(List.of(this, other));
    }
  }

  // ---- terms ----

  /// A column of the row at the end of a path.
  record At(Path path, Column<?, ?> column) implements Term {
    @Override
    public ValueType type() {
      return column.type();
    }
  }

  /// A value, in its stored form.
  record Value(ValueType type, Object value) implements Term {}

  /// Many values, in their stored form.
  record Values(ValueType type, List<Object> values) implements Term {
    public Values {
      values = List.copyOf(values);
    }
  }

  /// The place of a value, or of many, given apart from the query so that the query is a shape.
  record Param(int slot, ValueType type, boolean many) implements Term {}

  /// Something of the actor: known when the request is, and bound like a value.
  record OfActor(Fact fact, ValueType type) implements Term {
    /// What of the actor.
    public sealed interface Fact {
      /// The key of the user or service.
      record Id() implements Fact {}

      /// The teams, many, in which the actor holds a permission.
      record Teams(String permission) implements Fact {}

      /// An attribute by name.
      record Named(String name) implements Fact {}
    }
  }

  /// A column of the row as it was before the write.
  record Before(Column<?, ?> column) implements Term {
    @Override
    public ValueType type() {
      return column.type();
    }
  }

  // ---- conditions ----

  /// True of every row, or of none.
  record Always(boolean value) implements Condition {
    /// True of every row.
    public static final Always TRUE = new Always(true);

    /// True of none.
    public static final Always FALSE = new Always(false);

    @Override
    public Condition not() {
      return value ? FALSE : TRUE;
    }
  }

  /// Compares two values; `whenNull` is the answer where either is null.
  record Compare(Operator operator, Term left, Term right, boolean whenNull) implements Condition {
    /// How two values are compared.
    public enum Operator {
      EQ,
      NE,
      LT,
      LTE,
      GT,
      GTE;

      /// The operator that is true where this one is false.
      public Operator negated() {
        return switch (this) {
          case EQ -> NE;
          case NE -> EQ;
          case LT -> GTE;
          case LTE -> GT;
          case GT -> LTE;
          case GTE -> LT;
        };
      }
    }

    @Override
    public Condition not() {
      return new Compare(operator.negated(), left, right, !whenNull);
    }
  }

  /// Whether a value is among many; null is among none.
  record In(Term value, Term many, boolean negated) implements Condition {
    @Override
    public Condition not() {
      return new In(value, many, !negated);
    }
  }

  /// Whether there is no value.
  record IsNull(Term value, boolean negated) implements Condition {
    @Override
    public Condition not() {
      return new IsNull(value, !negated);
    }
  }

  /// Whether a text has another in it; null has nothing in it.
  record Match(How how, Term text, Term part, boolean negated) implements Condition {
    /// Where, and how strictly.
    public enum How {
      CONTAINS,
      STARTS_WITH,
      ENDS_WITH,
      /// Takes the letters A to Z for a to z.
      CONTAINS_ANY_CASE
    }

    @Override
    public Condition not() {
      return new Match(how, text, part, !negated);
    }
  }

  /// Whether the row is found by a search for words in its searchable columns.
  record Search(Path path, EntityModel<?> entity, Term words, boolean negated)
      implements Condition {
    @Override
    public Condition not() {
      return new Search(path, entity, words, !negated);
    }
  }

  /// All of them.
  record And(List<Condition> all) implements Condition {
    public And {
      all = List.copyOf(all);
    }

    /// All of them, without needless nesting.
    public static Condition of(List<Condition> conditions) {
      var flat = Flatten.and(conditions);
      return flat.size() == 1 ? flat.getFirst() : flat.isEmpty() ? Always.TRUE : new And(flat);
    }

    @Override
    public Condition not() {
      return Or.of(all.stream().map(Condition::not).toList());
    }
  }

  /// One of them at least.
  record Or(List<Condition> any) implements Condition {
    public Or {
      any = List.copyOf(any);
    }

    /// One of them at least, without needless nesting.
    public static Condition of(List<Condition> conditions) {
      var flat = Flatten.or(conditions);
      return flat.size() == 1 ? flat.getFirst() : flat.isEmpty() ? Always.FALSE : new Or(flat);
    }

    @Override
    public Condition not() {
      return And.of(any.stream().map(Condition::not).toList());
    }
  }

  /// Whether the row at the end of a path has a row across a to-many relation for which a condition
  /// holds.
  record Any(Path path, Relation relation, Condition where, boolean negated) implements Condition {
    @Override
    public Condition not() {
      return new Any(path, relation, where, !negated);
    }
  }

  /// Whether a path leads to a row at all (one that the actor may read, where reads are guarded).
  record Present(Path path, boolean negated) implements Condition {
    @Override
    public Condition not() {
      return new Present(path, !negated);
    }
  }

  /// Whether the actor holds a permission, everywhere or, given a scope, in the team that it leads
  /// to.
  record Can(String permission, List<At> scope, boolean negated) implements Condition {
    public Can {
      scope = List.copyOf(scope);
    }

    @Override
    public Condition not() {
      return new Can(permission, scope, !negated);
    }
  }
}
