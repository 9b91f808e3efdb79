package dev.ashlar.runtime.access;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Condition;
import java.util.List;
import java.util.Optional;

/// The rules of all entities as they were written, as data.
///
/// @param entities the rules of each entity that has a policy
public record AccessImage(List<EntityRules> entities) {
  public AccessImage {
    entities = List.copyOf(entities);
  }

  /// The rules of an entity, if it has a policy.
  public Optional<EntityRules> rules(EntityModel<?> entity) {
    return entities.stream().filter(rules -> rules.entity().type() == entity.type()).findFirst();
  }

  /// The rules of one entity.
  ///
  /// @param scopes the references that lead to the teams a row belongs to
  /// @param allows what is allowed, where
  /// @param denies what is denied, where, whatever allows it
  /// @param checks what the row after a write must fulfil
  /// @param fields the columns that do not simply follow their row
  public record EntityRules(
      EntityModel<?> entity,
      List<At> scopes,
      List<Rule> allows,
      List<Rule> denies,
      List<Rule> checks,
      List<FieldRule> fields) {
    public EntityRules {
      scopes = List.copyOf(scopes);
      allows = List.copyOf(allows);
      denies = List.copyOf(denies);
      checks = List.copyOf(checks);
      fields = List.copyOf(fields);
    }
  }

  /// One rule.
  ///
  /// @param action the action's name, of [Verb#INVOKE]; else empty
  public record Rule(Verb verb, String action, Condition condition) {
    /// Whether the rule speaks of this.
    public boolean about(Verb other, String otherAction) {
      return verb == other && action.equals(otherAction);
    }
  }

  /// Who may read and write one column, of those who may read and write its row.
  public record FieldRule(Column<?, ?> column, Condition read, Condition write) {}
}
