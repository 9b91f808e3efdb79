package dev.ashlar.runtime.access;

import dev.ashlar.data.sql.Rewrite;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Can;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.In;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.model.query.Expr.Or;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Replaces what an actor can do by what that means for a shape of actor: always, never, or in the
/// rows of her teams; and what is compared with nobody's key by what that gives.
final class ResolveActor {
  private final Held held;

  /// What the rules can tell apart in actors.
  ///
  /// @param known whether the actor has a key
  /// @param everywhere the permissions held everywhere, of those the rules name
  /// @param inTeams the permissions held in some team, of those the rules name, each with the one
  ///   whose teams stand for its own: those held in the same teams have the same, so that a plan
  ///   binds these teams once
  record Held(boolean known, Set<String> everywhere, Map<String, String> inTeams) {
    Held {
      everywhere = Set.copyOf(everywhere);
      inTeams = Map.copyOf(inTeams);
    }
  }

  ResolveActor(Held held) {
    this.held = held;
  }

  /// The rewrite for rules whose rows belong to the teams at the end of these references.
  Rewrite in(List<At> scopes) {
    return new Rewrite() {
      @Override
      protected Condition can(Can can) {
        Condition here = held(can.permission(), scopes);
        return can.negated() ? here.not() : here;
      }

      @Override
      protected Condition compare(Compare compare) {
        return isNobody(compare.left()) || isNobody(compare.right())
            ? compare.whenNull() ? Always.TRUE : Always.FALSE
            : super.compare(compare);
      }
    };
  }

  private boolean isNobody(Term term) {
    return !held.known() && term instanceof OfActor(var fact, _) && fact instanceof OfActor.Fact.Id;
  }

  private Condition held(String permission, List<At> scopes) {
    if (held.everywhere().contains(permission)) {
      return Always.TRUE;
    }
    String same = held.inTeams().get(permission);
    if (same == null) {
      return Always.FALSE;
    }
    var teams = new OfActor(new OfActor.Fact.Teams(same), ValueType.UUID);
    return Or.of(scopes.stream().<Condition>map(team -> new In(team, teams, false)).toList());
  }
}
