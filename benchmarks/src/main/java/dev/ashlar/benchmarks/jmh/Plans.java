package dev.ashlar.benchmarks.jmh;

import dev.ashlar.data.Bindings;
import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Executor;
import dev.ashlar.data.sql.SelectPlan;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.value.Row;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.ActorShape;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.operation.Listing;
import dev.ashlar.runtime.operation.Read;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A list asked for by a member of twenty crews: its shape made, its plan found, and what the
/// policy needs bound. No statement is run.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Plans {
  private static final URI NOWHERE = URI.create("postgresql://nobody@127.0.0.1:1/none");

  private final Vertx vertx = Vertx.vertx();
  private final DatabaseConfig config = DatabaseConfig.of(NOWHERE);
  private final Database database =
      new Database(
          Drivers.open(vertx, config),
          Drivers.dialect(config),
          Model.of(List.of(Crew_.MODEL, Ticket_.MODEL)));
  private final Access access = Access.of(Map.of(Ticket_.MODEL, new TicketPolicy()));
  private final Map<UUID, Set<Permission>> crews = crews();
  private final Actor actor = actor();
  private final ActorShape shape = access.shape(actor);
  private final UUID crew = new UUID(7, 7);
  private final Read read = listing().read();

  private static Map<UUID, Set<Permission>> crews() {
    var crews = new HashMap<UUID, Set<Permission>>();
    for (int i = 0; i < 20; i++) {
      crews.put(new UUID(7, i), Set.of(new Permission("tickets:read")));
    }
    return crews;
  }

  private Actor actor() {
    return new Actor(Optional.of(new UUID(1, 1)), "member", Set.of(), crews, Map.of());
  }

  private Listing listing() {
    return new Listing(
        Ticket_.MODEL,
        Selection.all(Ticket_.MODEL),
        Ticket_.crew.is(crew),
        List.of(Ticket_.createdAt.desc()),
        20,
        Optional.empty(),
        false);
  }

  /// Finds a plan whose shape is at hand, as reads of one row do.
  @Benchmark
  public SelectPlan find() {
    return database.plan(read.query().shape(), shape.viewer());
  }

  /// Makes the shape of a list first.
  @Benchmark
  public SelectPlan describeAndFind() {
    return database.plan(listing().read().query().shape(), shape.viewer());
  }

  /// Finds the plan and binds the query's values and the actor's crews.
  @Benchmark
  public Future<List<Fetched>> findAndBind() {
    return database.select(NOTHING, read.query(), shape.viewer(), new Facts(actor));
  }

  /// Tells which shape an actor is of who has just logged in; it is remembered afterwards.
  @Benchmark
  public ActorShape shapeOfNewActor() {
    return access.shape(actor());
  }

  @TearDown
  public void close() {
    vertx.close().await();
  }

  private record Facts(Actor actor) implements Bindings.Context {
    @Override
    public @Nullable Object actor(OfActor.Fact fact) {
      return actor.fact(fact);
    }

    @Override
    public @Nullable Object before(Column<?, ?> column) {
      throw new IllegalStateException("A read has no row before it.");
    }
  }

  private static final Executor NOTHING =
      new Executor() {
        @Override
        public Future<List<Row>> rows(Statement statement, @Nullable Object[] values) {
          return Future.succeededFuture(List.of());
        }

        @Override
        public Future<Integer> change(Statement statement, @Nullable Object[] values) {
          return Future.succeededFuture(0);
        }

        @Override
        public Future<Integer> batch(Statement statement, List<@Nullable Object[]> values) {
          return Future.succeededFuture(0);
        }
      };
}
