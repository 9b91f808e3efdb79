package dev.ashlar.runtime.access;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.ModelException;
import dev.ashlar.model.value.JsonMismatch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The rules of all entities as they were written, as data.
///
/// What has no order of its own is kept in one: entities by their plurals, rules by verb and
/// action, columns as in their record. The same policies give the same image, and the same JSON.
///
/// @param entities the rules of each entity that has a policy
public record AccessImage(List<EntityRules> entities) {
  public AccessImage {
    entities =
        entities.stream().sorted(Comparator.comparing(each -> each.entity().plural())).toList();
  }

  /// The image that [#json()] wrote.
  ///
  /// @param model the records that the rules are of
  /// @throws MalformedAccessImageException when it is not as it was written, or of other records
  public static AccessImage parse(Model model, String json) {
    try {
      return new AccessReader(model).image(JsonTree.parse(json));
    } catch (IllegalArgumentException | JsonMismatch | ModelException malformed) {
      throw new MalformedAccessImageException(malformed);
    }
  }

  /// The rules as JSON to be committed and compared: one line for each, always in the same order.
  public String json() {
    return AccessJson.write(this);
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
      allows = sorted(allows);
      denies = sorted(denies);
      checks = sorted(checks);
      fields =
          fields.stream()
              .sorted(Comparator.comparingInt(field -> entity.ordinal(field.column())))
              .toList();
    }

    private static List<Rule> sorted(List<Rule> rules) {
      return rules.stream()
          .sorted(Comparator.comparing(Rule::verb).thenComparing(Rule::action))
          .toList();
    }
  }

  /// One rule.
  ///
  /// @param action the action's name, of [Verb#INVOKE]; empty speaks of all
  public record Rule(Verb verb, String action, Condition condition) {
    /// Whether the rule speaks of this.
    public boolean about(Verb other, String otherAction) {
      return verb == other && (action.isEmpty() || action.equals(otherAction));
    }
  }

  /// Who may read and write one column, of those who may read and write its row. Both must hold for
  /// it to be written.
  public record FieldRule(Column<?, ?> column, Condition read, Condition write) {}
}
