package dev.ashlar.runtime.access;

import dev.ashlar.data.sql.Rewrite;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Before;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.query.Path;

/// Replaces a column before the write by the column, for conditions judged on the row before the
/// write.
final class BeforeIsRow extends Rewrite {
  @Override
  protected Term term(Term term) {
    return term instanceof Before(var column) ? new At(Path.ROOT, column) : term;
  }
}
