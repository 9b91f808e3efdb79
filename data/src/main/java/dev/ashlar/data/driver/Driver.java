package dev.ashlar.data.driver;

import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way to one database, with its pools. What is run on it directly commits by itself.
public interface Driver extends Executor {
  /// Runs steps in order in one transaction, and gives the rows of the first; where it gives none,
  /// the rest are not run and nothing is left behind. The first must be a statement that gives
  /// rows, such as one with RETURNING.
  Future<List<Row>> unit(List<Step> steps);

  /// Begins a transaction on a connection of its own.
  Future<Session> begin(Mode mode);

  /// Whether the database answers.
  Future<Void> ping();

  /// How the pools are used now.
  PoolUse poolUse();

  /// Lets running statements end, and closes every connection.
  Future<Void> close();

  /// A statement and its values. Steps are never compared, and a list would copy the values once
  /// more.
  @SuppressWarnings("ArrayRecordComponent")
  record Step(Statement statement, @Nullable Object[] values) {}

  /// What a transaction is for.
  enum Mode {
    /// Reads at one moment: every statement sees the same rows.
    SNAPSHOT,
    /// Reads and writes; each statement sees what was committed before it.
    WRITE
  }

  /// How the pools are used.
  ///
  /// @param size open connections
  /// @param busy connections at work
  /// @param waiting requests waiting for a connection
  /// @param max the most connections there may be
  record PoolUse(int size, int busy, int waiting, int max) {}
}
