package dev.ashlar.data.sql;

import dev.ashlar.model.query.Expr.Term;
import java.util.List;

/// A statement, and which value goes where.
///
/// @param statement the statement
/// @param binds what fills each parameter: a place in the query's values, or something of the actor
public record Plan(Statement statement, List<Term> binds) {
  public Plan {
    binds = List.copyOf(binds);
  }
}
