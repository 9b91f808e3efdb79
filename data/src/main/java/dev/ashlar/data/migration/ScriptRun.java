package dev.ashlar.data.migration;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs a script's statements in a transaction, and says which one failed.
final class ScriptRun {
  private static final @Nullable Object[] NONE = {};
  private static final Set<String> ASKING = Set.of("SELECT", "VALUES");
  private static final Set<String> TRANSACTION =
      Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE");

  private final Session session;
  private final MigrationId id;
  private final String file;

  ScriptRun(Session session, MigrationId id, String file) {
    this.session = session;
    this.id = id;
    this.file = file;
  }

  void run(String script) {
    List<String> statements = SqlText.statements(script);
    for (String statement : statements) {
      if (TRANSACTION.contains(firstWord(statement))) {
        throw new MigrationException.Malformed(
            "Migration %s has the statement \"%s\" in %s, but runs in a transaction of its own already. Remove it."
                .formatted(id, SqlText.plain(statement), file));
      }
    }
    for (int i = 0; i < statements.size(); i++) {
      run(statements.get(i), i + 1, statements.size());
    }
  }

  private void run(String text, int number, int of) {
    try {
      var statement = Statement.of(text);
      if (ASKING.contains(firstWord(text))) {
        Waiting.on(session.rows(statement, NONE));
      } else {
        Waiting.on(session.change(statement, NONE));
      }
    } catch (DataException e) {
      throw new MigrationException.Failed(
          "Migration %s failed at statement %d of %d in %s, and was undone as a whole: %s\n%s"
              .formatted(id, number, of, file, told(e), text),
          e);
    }
  }

  static void commit(Session session, Optional<MigrationId> ran) {
    try {
      Waiting.on(session.commit());
    } catch (DataException e) {
      throw ran.<RuntimeException>map(
              id ->
                  new MigrationException.Failed(
                      "Migration %s failed when it was to last, and was undone as a whole: %s"
                          .formatted(id, told(e)),
                      e))
          .orElse(e);
    }
  }

  /// What Ashlar says, and what the database itself said.
  private static String told(DataException e) {
    Throwable cause = e.getCause();
    String own = String.valueOf(e.getMessage());
    String below = cause == null ? "" : String.valueOf(cause.getMessage());
    return own.contains(below) ? own : own + " " + below;
  }

  private static String firstWord(String statement) {
    return SqlText.words(statement).getFirst().text().toUpperCase(Locale.ROOT);
  }
}
