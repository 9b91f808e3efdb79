package dev.ashlar.testing.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.Bindings;
import dev.ashlar.data.Database;
import dev.ashlar.data.Database.Viewer;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.migration.SchemaImage;
import dev.ashlar.data.migration.SchemaSql;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Insert;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import dev.ashlar.testing.values.ValueTable.Ladder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every database keeps to the table, in tables as migrations make them.
@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class DatabaseValuesTest extends ValueContract {
  private static final Vertx VERTX = Vertx.vertx();

  /// Filled once for each database; the tests only read.
  private static final Map<TestDatabase, Database> FILLED = new ConcurrentHashMap<>();

  private final Database database;

  DatabaseValuesTest(TestDatabase test) {
    database = FILLED.computeIfAbsent(test, DatabaseValuesTest::filled);
  }

  private static Database filled(TestDatabase test) {
    var config = DatabaseConfig.of(test.url());
    var database =
        new Database(Drivers.open(VERTX, config), Drivers.dialect(config), Specimens.MODEL);
    var image = SchemaImage.of(List.of(Specimens.ENTITY));
    for (String sql : SchemaSql.of(database.dialect()).create(image)) {
      await(database.driver().change(Statement.of(sql), new Object[0]));
    }
    await(
        database.insertAll(
            database.driver(),
            Specimens.ROWS.stream().map(row -> Lifted.of(insert(row))).toList()));
    return database;
  }

  @AfterAll
  static void close() {
    FILLED.values().forEach(database -> await(database.driver().close()));
    FILLED.clear();
  }

  @ParameterizedTest
  @FieldSource("LADDERS")
  void keepsEveryValue(Ladder ladder) {
    var column = Specimens.of(ladder);

    assertThat(values(column, new Order(column.term(), false)))
        .map(ValueContract::same)
        .containsExactlyInAnyOrderElementsOf(
            Specimens.ROWS.stream().map(row -> same(row.stored(column))).toList());
  }

  @Override
  Set<UUID> where(Condition condition) {
    return select(Specimens.ENTITY.id(), condition, List.of()).stream()
        .map(row -> row.uuid(0))
        .collect(Collectors.toSet());
  }

  @Override
  List<@Nullable Object> values(Column<?, ?> column, Order order) {
    var values = new ArrayList<@Nullable Object>();
    select(column, Always.TRUE, List.of(order)).forEach(row -> values.add(row.value(0)));
    return values;
  }

  private List<Fetched> select(Column<?, ?> column, Condition condition, List<Order> order) {
    var selection = Selection.of(List.of(column));
    var select =
        new Select(Specimens.ENTITY, selection, condition, order, Optional.empty(), Lock.NONE);
    return await(database.select(database.driver(), Lifted.of(select), Viewer.ALL, new Nobody()));
  }

  private static Insert insert(ChangeSet row) {
    var values = new ArrayList<Assignment>();
    row.forEach(
        (column, value) ->
            values.add(
                new Assignment(
                    column,
                    Optional.ofNullable(value).map(given -> new Value(column.type(), given)))));
    return new Insert(row.entity(), values);
  }

  private static final class Nobody implements Bindings.Context {
    @Override
    public @Nullable Object actor(OfActor.Fact fact) {
      return Actor.ANONYMOUS.fact(fact);
    }

    @Override
    public @Nullable Object before(Column<?, ?> column) {
      throw new IllegalStateException("A read has no row before it.");
    }
  }

  private static <V> V await(Future<V> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
