package dev.ashlar.data.postgres;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DataException.Constraint;
import dev.ashlar.data.driver.DataException.Constraint.Rule;
import io.vertx.pgclient.PgException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// From the client's failures to Ashlar's, by SQLSTATE.
final class PgErrors {
  private PgErrors() {}

  static DataException of(Throwable failure) {
    return switch (failure) {
      case DataException known -> known;
      case PgException refused -> ofState(refused);
      case IllegalArgumentException wrong -> misfit(wrong);
      case ClassCastException wrong -> misfit(wrong);
      case ArithmeticException wrong -> misfit(wrong);
      default ->
          isEncoding(failure)
              ? misfit(failure)
              : new DataException.Unavailable(
                  "The connection to PostgreSQL failed: " + failure.getMessage(), failure);
    };
  }

  private static DataException misfit(Throwable wrong) {
    return new DataException.Faulty(
        "A value does not fit its parameter: " + wrong.getMessage(), wrong);
  }

  /// The client's own complaint about a parameter is a bare exception that only its text tells
  /// apart.
  private static boolean isEncoding(Throwable failure) {
    String message = failure.getMessage();
    return message != null && message.startsWith("Parameter at position");
  }

  private static DataException ofState(PgException refused) {
    String state = Objects.requireNonNullElse(refused.getSqlState(), "");
    String told = refused.getErrorMessage() + " (SQLSTATE " + state + ")";
    return switch (state) {
      case "23505" -> new Constraint(Rule.UNIQUE, name(refused.getConstraint()), refused);
      case "23503", "23001" ->
          new Constraint(Rule.FOREIGN_KEY, name(refused.getConstraint()), refused);
      case "23514", "23P01" -> new Constraint(Rule.CHECK, name(refused.getConstraint()), refused);
      case "23502" ->
          new Constraint(Rule.NOT_NULL, refused.getTable() + "." + refused.getColumn(), refused);
      case "40001", "40P01", "55P03" ->
          new DataException.Conflict("Another transaction was in the way: " + told, refused);
      case "57014" ->
          new DataException.Unavailable("PostgreSQL cancelled the statement: " + told, refused);
      case "25P03" ->
          new DataException.Unavailable(
              "PostgreSQL ended a transaction that had stood idle for too long: " + told, refused);
      default -> ofClass(state, told, refused);
    };
  }

  private static DataException ofClass(String state, String told, PgException refused) {
    String family = state.length() < 2 ? state : state.substring(0, 2);
    return switch (family) {
      case "08", "53", "57", "58", "28", "3D", "XX" ->
          new DataException.Unavailable("PostgreSQL is not available: " + told, refused);
      default -> new DataException.Faulty("PostgreSQL refused the statement: " + told, refused);
    };
  }

  private static String name(@Nullable String name) {
    return Objects.requireNonNullElse(name, "");
  }

  /// A cached statement whose tables changed since: prepared anew, it works.
  static boolean isStalePlan(Throwable failure) {
    return failure instanceof PgException refused
        && ("26000".equals(refused.getSqlState())
            || ("0A000".equals(refused.getSqlState())
                && refused.getErrorMessage().contains("cached plan")));
  }
}
