package dev.ashlar.testing.access;

import dev.ashlar.data.Bindings;
import dev.ashlar.data.Database;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Delete;
import dev.ashlar.model.query.Query.Insert;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a world's rows into the tables, in place of those of the world before.
final class WorldRows {
  private WorldRows() {}

  static void store(Database database, World world) {
    for (var entity : List.of(Mark_.MODEL, Item_.MODEL, Area_.MODEL, Crew_.MODEL)) {
      await(
          database.delete(
              database.driver(),
              Lifted.of(new Delete(entity, Always.TRUE)),
              Bindings.Context.NONE));
    }
    for (var entity : List.of(Crew_.MODEL, Area_.MODEL, Item_.MODEL, Mark_.MODEL)) {
      var inserts = world.rows(entity).stream().map(row -> Lifted.of(insert(row))).toList();
      await(database.insertAll(database.driver(), inserts));
    }
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

  private static <V> void await(Future<V> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }
}
