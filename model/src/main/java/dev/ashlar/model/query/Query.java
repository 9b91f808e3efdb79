package dev.ashlar.model.query;

import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.query.Expr.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What to ask the database, before any SQL.
public sealed interface Query {
  /// The entity asked about.
  EntityModel<?> entity();

  /// Reads rows.
  ///
  /// @param limit the most rows; empty for all
  /// @param lock what other writers may do with the rows until the transaction ends
  record Select(
      EntityModel<?> entity,
      Selection selection,
      Condition where,
      List<Order> order,
      Optional<Term> limit,
      Lock lock)
      implements Query {
    public Select {
      order = List.copyOf(order);
    }
  }

  /// What other transactions may do with the rows read.
  enum Lock {
    /// Anything.
    NONE,
    /// Nothing that changes them.
    SHARE,
    /// Nothing that changes or locks them.
    UPDATE
  }

  /// Counts rows.
  record Count(EntityModel<?> entity, Condition where) implements Query {}

  /// Inserts one row, if a condition on the new row holds, and then further rows, in one
  /// transaction.
  ///
  /// @param check a condition on the row as it will be; where it does not hold nothing is inserted
  /// @param tests what to tell of the row as it will be, where it was inserted
  /// @param then inserted only where the first row was
  record Insert(
      EntityModel<?> entity,
      List<Assignment> values,
      Condition check,
      List<Condition> tests,
      List<Insert> then)
      implements Query {
    /// An insert without conditions or consequences.
    public Insert(EntityModel<?> entity, List<Assignment> values) {
      this(entity, values, Expr.Always.TRUE, List.of(), List.of());
    }

    public Insert {
      tests = List.copyOf(tests);
      values = List.copyOf(values);
      then = List.copyOf(then);
    }
  }

  /// Changes the rows for which a condition holds.
  record Update(EntityModel<?> entity, List<Assignment> changes, Condition where) implements Query {
    public Update {
      changes = List.copyOf(changes);
    }
  }

  /// Removes the rows for which a condition holds.
  record Delete(EntityModel<?> entity, Condition where) implements Query {}

  /// Inserts a row, or changes the one that has the same key.
  ///
  /// @param key the columns of a unique key
  /// @param changes what to set where the row is there already
  record Upsert(Insert insert, List<Column<?, ?>> key, List<Assignment> changes) implements Query {
    public Upsert {
      key = List.copyOf(key);
      changes = List.copyOf(changes);
    }

    @Override
    public EntityModel<?> entity() {
      return insert.entity();
    }
  }

  /// Gives a column a value; empty is null.
  record Assignment(Column<?, ?> column, Optional<Term> value) {
    /// Gives a column a value as it is stored, or null.
    public static Assignment of(Column<?, ?> column, @Nullable Object stored) {
      return new Assignment(
          column, Optional.ofNullable(stored).map(value -> new Value(column.type(), value)));
    }
  }
}
