package dev.ashlar.runtime;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.ViewModel;
import dev.ashlar.runtime.operation.Outcome.Rows;
import dev.ashlar.runtime.operation.Read;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.runtime.operation.UserCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The rows of an entity as the request's actor may see them. Calls wait for the database: make
/// them on virtual threads, as hooks, actions, services and routes run on.
///
/// The request is the one that the calling code runs for, or the one given to [#as]. Extend the
/// class, or wrap it, to give an entity readers of its own.
///
/// @param <T> the entity
public class ReadOnlyRepository<T> {
  private final Supplier<Engine> engine;
  private final EntityModel<T> entity;
  private final Optional<RequestContext> request;

  ReadOnlyRepository(
      Supplier<Engine> engine, EntityModel<T> entity, Optional<RequestContext> request) {
    this.engine = engine;
    this.entity = entity;
    this.request = request;
  }

  /// The same rows, for a class that gives them methods of its own.
  protected ReadOnlyRepository(ReadOnlyRepository<T> same) {
    this(same.engine, same.entity, same.request);
  }

  /// The same rows for a request of its own.
  public ReadOnlyRepository<T> as(RequestContext context) {
    return new ReadOnlyRepository<>(engine, entity, Optional.of(context));
  }

  /// The description of the entity.
  public final EntityModel<T> entity() {
    return entity;
  }

  /// The row with this key, if the actor may see it.
  ///
  /// @throws MaskedColumnException when a column of it is hidden from the actor
  public final Optional<T> find(UUID id) {
    Selection all = Selection.all(entity);
    return one(all, id).map(rows -> entity.reader().read(first(all, rows)));
  }

  /// The row with this key in the shape of a view, if the actor may see it.
  ///
  /// @throws MaskedColumnException when a column is hidden that the view does not have as `Visible`
  public final <V> Optional<V> find(UUID id, ViewModel<V> view) {
    return one(view.selection(), id).map(rows -> view.reader().read(first(view.selection(), rows)));
  }

  private Optional<Rows> one(Selection selection, UUID id) {
    try {
      return Optional.of(read(Read.one(entity, selection, id)));
    } catch (Refusal refusal) {
      if (refusal.code() == Refusal.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  private static Unmasked first(Selection selection, Rows rows) {
    return new Unmasked(selection, rows.rows().getFirst());
  }

  /// The row with this key.
  ///
  /// @throws Refusal when there is none, or the actor may not see it
  public final T get(UUID id) {
    return find(id)
        .orElseThrow(
            () -> new Refusal(Refusal.Code.NOT_FOUND, "There is no such " + entity.name() + "."));
  }

  /// All rows.
  public final RowQuery<T> all() {
    return new RowQuery<>(this, Always.TRUE, List.of());
  }

  /// The rows for which all conditions hold.
  public final RowQuery<T> where(Condition... conditions) {
    return new RowQuery<>(this, And.of(List.of(conditions)), List.of());
  }

  final Rows read(Read read) {
    return UserCode.await(engine().pipeline().read(request(), read));
  }

  final Engine engine() {
    return engine.get();
  }

  final Supplier<Engine> source() {
    return engine;
  }

  final RequestContext request() {
    return request.orElseGet(UserCode::request);
  }
}
