package dev.ashlar.runtime;

import dev.ashlar.data.Database;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.operation.Actions;
import dev.ashlar.runtime.operation.Hooks;
import dev.ashlar.runtime.operation.Pipeline;
import dev.ashlar.runtime.operation.RequestContext;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What runs the operations of one application: its database, the rules in force, and the pipeline.
/// Surfaces hand it operations; it knows none of them.
public final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final Database database;
  private final InstantSource clock;
  private final Actions actions;
  private final Pipeline pipeline;
  private final List<Runnable> bells = new CopyOnWriteArrayList<>();
  private volatile Access access;

  /// @param database whose tables are the model's
  /// @param clock tells requests when they are
  public Engine(Database database, Contributions contributions, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.access = Access.of(contributions.policies());
    this.actions = new Actions(contributions.actions());
    this.pipeline =
        new Pipeline(database, new Hooks(contributions.hooks()), actions, this::committed);
    tellUnserved();
  }

  private void tellUnserved() {
    var unserved = unserved();
    if (!unserved.isEmpty()) {
      LOG.info("Served to nobody, since they have no policy: {}", unserved);
    }
  }

  public Database database() {
    return database;
  }

  public Model model() {
    return database.model();
  }

  public Pipeline pipeline() {
    return pipeline;
  }

  /// The named actions of all entities.
  public Actions actions() {
    return actions;
  }

  public InstantSource clock() {
    return clock;
  }

  /// The rules in force.
  public Access access() {
    return access;
  }

  /// Puts other rules in force: requests under way keep those they began with.
  public void access(Access other) {
    access = other;
  }

  /// The entities that have no policy, and hence are served to nobody.
  public List<EntityModel<?>> unserved() {
    var image = access.image();
    return model().entities().stream().filter(entity -> image.rules(entity).isEmpty()).toList();
  }

  /// The time in whole microseconds, as every database can keep it.
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// A request of an actor, as of now and under the rules in force.
  ///
  /// @param requestId its name in logs and audit entries
  public RequestContext request(Actor actor, String requestId) {
    return RequestContext.of(actor, access, requestId, now());
  }

  /// The rows of an entity, each call as the actor of its request.
  public <T> Repository<T> repository(EntityModel<T> entity) {
    return new Repository<>(() -> this, entity, Optional.empty());
  }

  /// The rows of an entity beside all rules.
  public <T> UnguardedRepository<T> unguarded(EntityModel<T> entity) {
    return new UnguardedRepository<>(database, entity);
  }

  /// Transactions over all repositories.
  public Transactions transactions() {
    return new Transactions(() -> this);
  }

  /// Has something told after every commit, on the thread that committed: it must not block.
  public void onCommit(Runnable bell) {
    bells.add(bell);
  }

  void committed() {
    for (Runnable bell : bells) {
      bell.run();
    }
  }

  /// Lets running statements end and closes the database.
  public Future<Void> close() {
    return database.driver().close();
  }
}
