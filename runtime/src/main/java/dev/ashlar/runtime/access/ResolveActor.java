package dev.ashlar.runtime.access;

import dev.ashlar.data.sql.Rewrite;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Can;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.In;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.model.query.Expr.Or;
import dev.ashlar.model.value.ValueType;
import java.util.List;
import java.util.Set;

/// Replaces what an actor can do by what that means for a shape of actor: always, never, or in the
/// rows of her teams.
final class ResolveActor {
  private final Set<String> everywhere;
  private final Set<String> inTeams;

  /// @param everywhere the permissions held everywhere, of those the rules name
  /// @param inTeams the permissions held in some team, of those the rules name
  ResolveActor(Set<String> everywhere, Set<String> inTeams) {
    this.everywhere = everywhere;
    this.inTeams = inTeams;
  }

  /// The rewrite for rules whose rows belong to the teams at the end of these references.
  Rewrite in(List<At> scopes) {
    return new Rewrite() {
      @Override
      protected Condition can(Can can) {
        Condition held = held(can.permission(), scopes);
        return can.negated() ? held.not() : held;
      }
    };
  }

  private Condition held(String permission, List<At> scopes) {
    if (everywhere.contains(permission)) {
      return Always.TRUE;
    }
    if (!inTeams.contains(permission)) {
      return Always.FALSE;
    }
    var teams = new OfActor(new OfActor.Fact.Teams(permission), ValueType.UUID);
    return Or.of(scopes.stream().<Condition>map(team -> new In(team, teams, false)).toList());
  }
}
