package dev.ashlar.runtime;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.runtime.operation.Operation;
import dev.ashlar.runtime.operation.Operation.Batch;
import dev.ashlar.runtime.operation.Operation.Create;
import dev.ashlar.runtime.operation.Operation.Delete;
import dev.ashlar.runtime.operation.Operation.Invoke;
import dev.ashlar.runtime.operation.Operation.Restore;
import dev.ashlar.runtime.operation.Operation.Update;
import dev.ashlar.runtime.operation.Operation.Upsert;
import dev.ashlar.runtime.operation.Operation.Write;
import dev.ashlar.runtime.operation.Outcome;
import dev.ashlar.runtime.operation.Outcome.All;
import dev.ashlar.runtime.operation.Outcome.Rows;
import dev.ashlar.runtime.operation.Outcome.Written;
import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.runtime.operation.RequestContext.Terms;
import dev.ashlar.runtime.operation.UserCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// The rows of an entity as the request's actor may see and change them: every call goes through
/// the pipeline, with its hooks, validation, policy and journal.
///
/// Calls wait for the database: make them on virtual threads, as hooks, actions, services and
/// routes run on. What may not be done is a [dev.ashlar.runtime.operation.Refusal].
///
/// @param <T> the entity
public class Repository<T> extends ReadOnlyRepository<T> {
  Repository(Supplier<Engine> engine, EntityModel<T> entity, Optional<RequestContext> request) {
    super(engine, entity, request);
  }

  /// The same rows, for a class that gives them methods of its own.
  protected Repository(Repository<T> same) {
    super(same);
  }

  @Override
  public Repository<T> as(RequestContext context) {
    return new Repository<>(source(), entity(), Optional.of(context));
  }

  // ---- one row ----

  /// Makes a row of a record. What the framework keeps (key, version, times) is made anew, whatever
  /// the record says of it.
  public final Saved<T> create(T row) {
    ChangeSet values = ChangeSet.of(entity(), row);
    for (Column<T, ?> column : entity().columns()) {
      values = column.plain() ? values : values.without(column);
    }
    return create(values);
  }

  /// Makes a row of the columns given.
  public final Saved<T> create(ChangeSet values) {
    return saved(new Create(entity(), values));
  }

  /// Changes the columns given.
  ///
  /// @param version the version that the row must still have
  public final Saved<T> update(UUID id, ChangeSet changes, int version) {
    return saved(new Update(entity(), id, changes, OptionalInt.of(version)));
  }

  /// Changes the columns given, of an entity without versions.
  public final Saved<T> update(UUID id, ChangeSet changes) {
    return saved(new Update(entity(), id, changes, OptionalInt.empty()));
  }

  /// Makes a row, or changes the one that has the same values in a unique key.
  ///
  /// @param key the columns of the unique key
  public final Saved<T> upsert(ChangeSet values, Column<?, ?>... key) {
    return saved(new Upsert(entity(), List.of(key), values));
  }

  /// Removes a row; of an entity that is softly deleted, hides it until it is restored.
  ///
  /// @param version the version that the row must still have
  public final void delete(UUID id, int version) {
    write(new Delete(entity(), id, OptionalInt.of(version)));
  }

  /// The same, of an entity without versions.
  public final void delete(UUID id) {
    write(new Delete(entity(), id, OptionalInt.empty()));
  }

  /// Brings a softly deleted row back.
  ///
  /// @param version the version that the row must still have
  public final Saved<T> restore(UUID id, int version) {
    return saved(new Restore(entity(), id, OptionalInt.of(version)));
  }

  /// The same, whichever version the row has.
  public final Saved<T> restore(UUID id) {
    return saved(new Restore(entity(), id, OptionalInt.empty()));
  }

  /// Runs a named action on a row.
  ///
  /// @param input the action's input as JSON text; empty where it takes none
  /// @param version the version that the row must still have
  public final Saved<T> invoke(UUID id, String action, String input, int version) {
    return saved(new Invoke(entity(), id, action, input, OptionalInt.of(version)));
  }

  /// The same, whichever version the row has.
  public final Saved<T> invoke(UUID id, String action, String input) {
    return saved(new Invoke(entity(), id, action, input, OptionalInt.empty()));
  }

  // ---- many rows ----

  /// Makes rows, all of them or none.
  public final List<Saved<T>> createAll(List<ChangeSet> rows) {
    return all(rows.stream().<Write>map(values -> new Create(entity(), values)).toList());
  }

  /// Changes every row that fits, all of them or none, and gives how many.
  public final int updateAll(Condition where, ChangeSet changes) {
    return each(where, key -> new Update(entity(), key.id(), changes, key.version()));
  }

  /// Removes every row that fits, all of them or none, and gives how many.
  public final int deleteAll(Condition where) {
    return each(where, key -> new Delete(entity(), key.id(), key.version()));
  }

  /// Rows that change between being found and being written are refused as stale, so that nothing
  /// is done to a row that no longer fits.
  private int each(Condition where, Function<RowQuery.Key, Write> write) {
    return all(where(where).keys().stream().map(write).toList()).size();
  }

  private List<Saved<T>> all(List<Write> writes) {
    if (writes.isEmpty()) {
      return List.of();
    }
    return switch (write(new Batch(writes))) {
      case All(var outcomes) -> outcomes.stream().map(this::saved).toList();
      case Rows _, Written _ -> throw unexpected();
    };
  }

  // ---- asking ----

  private Saved<T> saved(Write write) {
    return saved(write(write));
  }

  private Saved<T> saved(Outcome outcome) {
    return switch (outcome) {
      case Written written -> Saved.of(entity(), written);
      case Rows _, All _ -> throw unexpected();
    };
  }

  private Outcome write(Operation operation) {
    return UserCode.await(engine().pipeline().run(onOwnTerms(request()), operation));
  }

  /// The request's idempotency key and cap are of the request as a whole, not of each thing that
  /// the application does for it; that nothing is to be kept holds for all.
  private static RequestContext onOwnTerms(RequestContext context) {
    return context.on(new Terms(Optional.empty(), context.terms().dryRun(), OptionalInt.empty()));
  }

  private static IllegalStateException unexpected() {
    return new IllegalStateException(
        "The pipeline gave an outcome of another kind than asked for.");
  }
}
