package dev.ashlar.runtime;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.operation.RequestContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The guarded repositories of one application.
///
/// They can be handed out before the engine is open, since the engine needs the application's hooks
/// and the hooks need repositories.
public final class Repositories {
  private final AtomicReference<@Nullable Engine> engine = new AtomicReference<>();

  /// The rows of an entity.
  public <T> Repository<T> of(EntityModel<T> entity) {
    return new Repository<>(this::engine, entity, Optional.empty());
  }

  /// Transactions over all of them.
  public Transactions transactions() {
    return new Transactions(this::engine);
  }

  /// A request of an actor, as of now, for code that no request runs for.
  ///
  /// @param requestId its name in logs and audit entries
  public RequestContext request(Actor actor, String requestId) {
    return engine().request(actor, requestId);
  }

  /// Says what runs their operations, once.
  public void open(Engine opened) {
    if (!engine.compareAndSet(null, opened)) {
      throw new IllegalStateException(
          "The repositories have an engine already; each application has one.");
    }
  }

  private Engine engine() {
    Engine opened = engine.get();
    if (opened == null) {
      throw new IllegalStateException(
          "The application is still being put together: use repositories from Service.start() on, not in constructors.");
    }
    return opened;
  }
}
