package dev.ashlar.data.sql;

import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.Any;
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

/// Walks an expression and gives the same, save for what a subclass replaces.
public abstract class Rewrite {
  /// Replaces a term; the same term by default.
  protected Term term(Term term) {
    return term;
  }

  /// Replaces what the actor holds; the same by default.
  protected Condition can(Can can) {
    return can;
  }

  /// Replaces a comparison; the same with its terms replaced by default.
  protected Condition compare(Compare compare) {
    return new Compare(
        compare.operator(), term(compare.left()), term(compare.right()), compare.whenNull());
  }

  /// The condition with its terms replaced, in the order in which they are written.
  public final Condition condition(Condition condition) {
    return switch (condition) {
      case Always always -> always;
      case Compare compare -> compare(compare);
      case In(var value, var many, var negated) -> new In(term(value), term(many), negated);
      case IsNull(var value, var negated) -> new IsNull(term(value), negated);
      case Match(var how, var text, var part, var negated) ->
          new Match(how, term(text), term(part), negated);
      case Search(var path, var entity, var words, var negated) ->
          new Search(path, entity, term(words), negated);
      case And(var all) -> And.of(all.stream().map(this::condition).toList());
      case Or(var any) -> Or.of(any.stream().map(this::condition).toList());
      case Any(var path, var relation, var where, var negated) ->
          new Any(path, relation, condition(where), negated);
      case Present present -> present;
      case Can can -> can(can);
    };
  }
}
