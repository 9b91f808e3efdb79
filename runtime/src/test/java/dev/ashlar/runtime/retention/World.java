package dev.ashlar.runtime.retention;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.READ;

import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.Contributions;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.Note;
import dev.ashlar.runtime.Note_;
import dev.ashlar.runtime.TestTables;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import dev.ashlar.runtime.operation.Operation.Create;
import dev.ashlar.runtime.operation.Outcome.Written;
import dev.ashlar.runtime.operation.RequestContext.Terms;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.testing.database.TestDatabase;
import dev.ashlar.testing.time.SettableClock;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// An application that keeps notes, as of a clock.
final class World implements AutoCloseable {
  private static final Actor WRITER =
      new Actor(
          Optional.of(UUID.fromString("0197f2a0-0000-7000-8000-000000000001")),
          "writer",
          Set.of(new Permission("*")),
          Map.of(),
          Map.of());

  private static final class Everything implements Policy<Note> {
    @Override
    public void rules(Rules<Note> r) {
      r.allow(READ, CREATE).when(can("notes:write"));
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final Database database;
  private final Engine engine;

  /// @param driver what the application's driver is seen through
  World(TestDatabase test, UnaryOperator<Driver> driver) {
    var config = DatabaseConfig.of(test.url());
    database =
        new Database(
            driver.apply(Drivers.open(vertx, config)),
            Drivers.dialect(config),
            Model.of(List.of(Note_.MODEL)));
    TestTables.create(database, Note_.MODEL);
    engine =
        new Engine(
            database,
            Contributions.of(database.model(), List.of(new Everything()), List.of(), List.of()),
            clock);
  }

  SettableClock clock() {
    return clock;
  }

  Database database() {
    return database;
  }

  /// Makes a note under an idempotency key.
  Written write(String key) {
    var context =
        engine
            .request(WRITER, "r-" + key)
            .on(new Terms(Optional.of(key), false, OptionalInt.empty()));
    var note = ChangeSet.of(Note_.MODEL).with(Note_.title, key).with(Note_.rank, 1);
    return (Written) UserCode.await(engine.pipeline().run(context, new Create(Note_.MODEL, note)));
  }

  /// How many rows a table has.
  long rows(String table) {
    var count =
        new Statement(
            "SELECT count(*) FROM \"%s\"".formatted(table), List.of(), List.of(ValueType.LONG));
    return UserCode.await(database.driver().rows(count, new Object[0])).getFirst().int64(0);
  }

  @Override
  public void close() {
    UserCode.await(engine.close());
    UserCode.await(vertx.close());
  }
}
