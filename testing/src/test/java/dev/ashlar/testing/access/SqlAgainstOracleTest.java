package dev.ashlar.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.Bindings;
import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.postgres.PostgresDialect;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.data.sqlite.SqliteDialect;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Random rows, rules, actors and filters: what SQL finds is what the oracle says.
@OnEveryDatabase
final class SqlAgainstOracleTest {
  private static final int WORLDS = 40;
  private static final int CASES = 40;

  private final Vertx vertx = Vertx.vertx();
  private final Database database;

  SqlAgainstOracleTest(TestDatabase where) {
    Driver driver = Drivers.open(vertx, DatabaseConfig.of(where.url()));
    Dialect dialect =
        where.kind() == DatabaseKind.POSTGRESQL ? new PostgresDialect() : new SqliteDialect();
    this.database = new Database(driver, dialect, World.MODEL);
  }

  @BeforeEach
  void tables() {
    Tables.create(database);
  }

  @AfterEach
  void close() {
    await(database.driver().close());
    await(vertx.close());
  }

  @Test
  void findsWhatTheOracleSays() {
    int telling = 0;
    for (int world = 0; world < WORLDS; world++) {
      var made = new World(world);
      WorldRows.store(database, made);
      for (int each = 0; each < CASES; each++) {
        telling += holds(made, "world %d, case %d".formatted(world, each)) ? 1 : 0;
      }
    }
    assertThat(telling)
        .as("cases in which the oracle names some rows and not all")
        .isGreaterThan(WORLDS * CASES / 2);
  }

  /// Compares one case, and tells whether it could have told a difference.
  private boolean holds(World world, String name) {
    var image = world.image();
    var actor = world.actor();
    var entity =
        List.of(Area_.MODEL, Item_.MODEL, Item_.MODEL, Mark_.MODEL)
            .get(Math.floorMod(name.hashCode(), 4));
    Condition filter = Math.floorMod(name.hashCode(), 3) == 0 ? Always.TRUE : world.filter(entity);
    var expected = new Oracle(World.MODEL, image, world::rows).ids(actor, entity, filter);
    var found = select(new Access(image), actor, entity, filter);
    assertThat(found)
        .as("%s: %s asks %s where %s%nunder %s", name, actor, entity, filter, image)
        .isEqualTo(new TreeSet<>(expected));
    return !expected.isEmpty() && expected.size() < world.rows(entity).size();
  }

  private Set<UUID> select(Access access, Actor actor, EntityModel<?> entity, Condition filter) {
    var select =
        new Select(
            entity,
            Selection.of(List.of(entity.id())),
            filter,
            List.of(),
            Optional.empty(),
            Lock.NONE);
    var rows =
        await(
            database.select(
                database.driver(), Lifted.of(select), access.shape(actor).viewer(), facts(actor)));
    var ids = new TreeSet<UUID>();
    rows.forEach(row -> ids.add(row.uuid(0)));
    return ids;
  }

  private static Bindings.Context facts(Actor actor) {
    return new Bindings.Context() {
      @Override
      public @Nullable Object actor(OfActor.Fact fact) {
        return actor.fact(fact);
      }

      @Override
      public @Nullable Object before(Column<?, ?> column) {
        throw new IllegalStateException("A read has no row before it.");
      }
    };
  }

  private static <V> V await(Future<V> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
