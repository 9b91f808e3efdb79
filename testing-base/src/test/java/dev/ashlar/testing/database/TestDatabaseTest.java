package dev.ashlar.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
final class TestDatabaseTest {
  private final TestDatabase database;

  TestDatabaseTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void isOneAndTheSameWithinAClass(TestDatabase parameter) {
    assertThat(parameter).isSameAs(database);
  }

  @Test
  void saysWhereItIs() {
    switch (database.kind()) {
      case POSTGRESQL ->
          assertThat(database.url().toString())
              .matches("postgresql://postgres@127\\.0\\.0\\.1:\\d+/test_\\p{XDigit}{32}");
      case SQLITE ->
          assertThat(Path.of(database.url().getSchemeSpecificPart()))
              .isAbsolute()
              .hasFileName("test.db");
    }
  }

  @Test
  void isEmptyAndNobodyElses() throws SQLException {
    try (var first = TestDatabase.create(database.kind());
        var second = TestDatabase.create(database.kind())) {
      execute(first, "CREATE TABLE only_here (id int)");

      assertThatThrownBy(() -> execute(second, "SELECT * FROM only_here"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("only_here");
    }
  }

  @Test
  void copiesItsContents() throws SQLException {
    try (var original = TestDatabase.create(database.kind())) {
      execute(original, "CREATE TABLE kept (id int)");
      execute(original, "INSERT INTO kept VALUES (1), (2)");
      try (var copy = original.copy()) {
        execute(copy, "INSERT INTO kept VALUES (3)");

        assertThat(count(copy, "kept")).isEqualTo(3);
        assertThat(count(original, "kept")).isEqualTo(2);
      }
    }
  }

  @Test
  void isGoneAfterwardsEvenForThoseStillConnected() throws SQLException {
    var closed = TestDatabase.create(database.kind());
    try (var connection = DriverManager.getConnection(closed.jdbcUrl())) {
      assertThat(connection.isValid(1)).isTrue();
      closed.close();
    }

    closed.close();
    switch (closed) {
      case PostgresTestDatabase _ ->
          assertThatThrownBy(() -> DriverManager.getConnection(closed.jdbcUrl()).close())
              .isInstanceOf(SQLException.class)
              .hasMessageContaining("does not exist");
      case SqliteTestDatabase sqlite -> assertThat(Files.exists(sqlite.folder())).isFalse();
    }
  }

  @Test
  void isMadeByManyAtOnce() throws ExecutionException, InterruptedException {
    var made = new ArrayList<TestDatabase>();
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, 8)
              .mapToObj(_ -> workers.submit(() -> TestDatabase.create(database.kind())))
              .toList();
      for (var one : running) {
        made.add(one.get());
      }
    } finally {
      made.forEach(TestDatabase::close);
    }

    assertThat(made).extracting(TestDatabase::url).doesNotHaveDuplicates().hasSize(8);
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(database.jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(TestDatabase database, String table) throws SQLException {
    try (var connection = DriverManager.getConnection(database.jdbcUrl());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
