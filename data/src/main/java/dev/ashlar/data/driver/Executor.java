package dev.ashlar.data.driver;

import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs statements. Values are in their stored form (see `ValueType.Kind`), a parameter of many
/// takes a `List`.
///
/// Futures fail with a [DataException] and complete on the caller's context.
public interface Executor {
  /// The rows of a statement, each value of the Java type that the statement's results name.
  Future<List<Row>> rows(Statement statement, @Nullable Object[] values);

  /// Runs a statement that changes rows, and gives how many it changed.
  Future<Integer> change(Statement statement, @Nullable Object[] values);

  /// Runs one statement for each set of values, in order, and gives how many rows they changed
  /// together.
  Future<Integer> batch(Statement statement, List<@Nullable Object[]> values);
}
