package dev.ashlar.runtime.access;

import dev.ashlar.data.sql.Rewrite;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.Any;
import dev.ashlar.model.query.Expr.Before;
import dev.ashlar.model.query.Expr.Can;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.In;
import dev.ashlar.model.query.Expr.IsNull;
import dev.ashlar.model.query.Expr.Match;
import dev.ashlar.model.query.Expr.Or;
import dev.ashlar.model.query.Expr.Present;
import dev.ashlar.model.query.Expr.Search;
import dev.ashlar.model.query.Expr.Term;

/// Refuses a column before the write within a list, in rules that are asked of the row before the
/// write itself: among the columns of the list's rows there is no way to name that row's.
final class BeforeWithin {
  private BeforeWithin() {}

  /// @throws IllegalArgumentException when the condition has one
  static void refuse(EntityModel<?> entity, Condition condition) {
    switch (condition) {
      case And(var all) -> all.forEach(each -> refuse(entity, each));
      case Or(var any) -> any.forEach(each -> refuse(entity, each));
      case Any any -> refuseAll(entity, any);
      case Always _, Compare _, In _, IsNull _, Match _, Search _, Present _, Can _ -> {
        // These stand outside of lists.
      }
    }
  }

  private static void refuseAll(EntityModel<?> entity, Any any) {
    new Rewrite() {
      @Override
      protected Term term(Term term) {
        if (term instanceof Before(var column)) {
          throw new IllegalArgumentException(
              "A rule of %s names before(%s) within any(...) of %s, where columns are those of the list's rows; compare it outside of the list, or in a check."
                  .formatted(entity, column, any.relation()));
        }
        return term;
      }
    }.condition(any.where());
  }
}
