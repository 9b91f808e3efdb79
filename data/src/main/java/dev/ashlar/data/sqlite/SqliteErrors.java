package dev.ashlar.data.sqlite;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DataException.Constraint;
import dev.ashlar.data.driver.DataException.Constraint.Rule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// From SQLite's failures to Ashlar's, by result code.
final class SqliteErrors {
  private static final Pattern BROKEN =
      Pattern.compile("(?:UNIQUE|CHECK|NOT NULL) constraint failed: (?:index '(.*)'|(.*?))\\)?$");

  private SqliteErrors() {}

  static DataException of(Throwable failure) {
    return switch (failure) {
      case DataException known -> known;
      case SQLiteException refused -> ofCode(refused);
      default ->
          new DataException.Faulty(
              "SQLite cannot run the statement: " + failure.getMessage(), failure);
    };
  }

  private static DataException ofCode(SQLiteException refused) {
    SQLiteErrorCode code = refused.getResultCode();
    String told = String.valueOf(refused.getMessage());
    return switch (code) {
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
          new Constraint(Rule.UNIQUE, name(told), refused);
      case SQLITE_CONSTRAINT_FOREIGNKEY -> new Constraint(Rule.FOREIGN_KEY, "", refused);
      case SQLITE_CONSTRAINT_CHECK, SQLITE_CONSTRAINT_DATATYPE ->
          new Constraint(Rule.CHECK, name(told), refused);
      case SQLITE_CONSTRAINT_NOTNULL -> new Constraint(Rule.NOT_NULL, name(told), refused);
      case SQLITE_INTERRUPT ->
          new DataException.Unavailable(
              "The statement ran longer than a statement may, and was stopped.", refused);
      default -> ofPrimary(code, told, refused);
    };
  }

  private static DataException ofPrimary(
      SQLiteErrorCode code, String told, SQLiteException refused) {
    return switch (primary(code)) {
      // A constraint at commit, without a finer code: only a deferred reference is checked there.
      case SQLITE_CONSTRAINT -> new Constraint(Rule.FOREIGN_KEY, "", refused);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new DataException.Conflict("Another program writes to the SQLite file: " + told, refused);
      case SQLITE_CANTOPEN,
          SQLITE_IOERR,
          SQLITE_FULL,
          SQLITE_NOMEM,
          SQLITE_CORRUPT,
          SQLITE_NOTADB,
          SQLITE_PROTOCOL,
          SQLITE_PERM ->
          new DataException.Unavailable("The SQLite file cannot be used: " + told, refused);
      default -> new DataException.Faulty("SQLite refused the statement: " + told, refused);
    };
  }

  /// Whether a failed statement left its transaction as it was; others may have ended it.
  static boolean keepsTransaction(Throwable failure) {
    if (!(failure instanceof SQLiteException refused)) {
      return true;
    }
    return switch (primary(refused.getResultCode())) {
      case SQLITE_CONSTRAINT,
          SQLITE_ERROR,
          SQLITE_MISMATCH,
          SQLITE_RANGE,
          SQLITE_TOOBIG,
          SQLITE_READONLY,
          SQLITE_AUTH ->
          true;
      default -> false;
    };
  }

  static boolean isReadOnly(@Nullable Throwable failure) {
    return failure instanceof SQLiteException refused
        && primary(refused.getResultCode()) == SQLiteErrorCode.SQLITE_READONLY;
  }

  private static SQLiteErrorCode primary(SQLiteErrorCode code) {
    return SQLiteErrorCode.getErrorCode(code.code & 0xff);
  }

  private static String name(String told) {
    Matcher matcher = BROKEN.matcher(told);
    if (!matcher.find()) {
      return "";
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }
}
