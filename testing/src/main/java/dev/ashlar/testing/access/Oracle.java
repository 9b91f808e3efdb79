package dev.ashlar.testing.access;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Model;
import dev.ashlar.runtime.access.AccessImage;
import dev.ashlar.runtime.access.AccessImage.EntityRules;
import dev.ashlar.runtime.access.AccessImage.FieldRule;
import dev.ashlar.runtime.access.AccessImage.Rule;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Interpreter;
import dev.ashlar.runtime.access.Interpreter.Rows;
import dev.ashlar.runtime.access.Interpreter.Sight;
import dev.ashlar.runtime.access.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Decides who may see and do what, from the rules as they are written and the rows as they are.
///
/// It knows neither SQL nor the rewrites and assembly that make SQL of rules: what it says is what
/// the rules mean.
public final class Oracle {
  private final Model model;
  private final AccessImage image;
  private final Rows rows;

  public Oracle(Model model, AccessImage image, Rows rows) {
    this.model = model;
    this.image = image;
    this.rows = rows;
  }

  /// The keys of the rows that an actor finds with a filter of hers.
  public Set<UUID> ids(Actor actor, EntityModel<?> entity, Condition filter) {
    var seeing = new Interpreter(model, rows, actor, sight(actor), Optional.empty());
    return rows.all(entity).stream()
        .filter(row -> visible(actor, row))
        .filter(row -> seeing.holds(filter, row, List.of()))
        .map(row -> (UUID) row.stored(entity.id()))
        .collect(Collectors.toSet());
  }

  /// Whether an actor may see a row.
  public boolean visible(Actor actor, ChangeSet row) {
    return Interpreter.living(row) && allowed(actor, Verb.READ, "", row);
  }

  /// Whether an actor may do something with a row as it is; of a creation, as it will be.
  public boolean allowed(Actor actor, Verb verb, String action, ChangeSet row) {
    var found = rules(row.entity());
    if (found.isEmpty()) {
      return false;
    }
    var rules = found.get();
    Optional<ChangeSet> before = verb == Verb.CREATE ? Optional.empty() : Optional.of(row);
    var interpreter = new Interpreter(model, rows, actor, Sight.ALL, before);
    boolean allowed = false;
    for (Rule rule : rules.allows()) {
      allowed |=
          rule.about(verb, action) && interpreter.holds(rule.condition(), row, rules.scopes());
    }
    for (Rule rule : rules.denies()) {
      if (rule.about(verb, action) && interpreter.holds(rule.condition(), row, rules.scopes())) {
        return false;
      }
    }
    return allowed;
  }

  /// Whether an actor may leave a row in a state.
  public boolean checked(Actor actor, Verb verb, Optional<ChangeSet> before, ChangeSet after) {
    var interpreter = new Interpreter(model, rows, actor, Sight.ALL, before);
    return rules(after.entity()).stream()
        .flatMap(
            rules ->
                rules.checks().stream().map(rule -> held(interpreter, rule, rules, verb, after)))
        .allMatch(holds -> holds);
  }

  private static boolean held(
      Interpreter interpreter, Rule rule, EntityRules rules, Verb verb, ChangeSet row) {
    return !rule.about(verb, "") || interpreter.holds(rule.condition(), row, rules.scopes());
  }

  /// Whether an actor may see a column of a row that she may see.
  public boolean readable(Actor actor, ChangeSet row, Column<?, ?> column) {
    return readable(actor, Optional.of(row), row, column);
  }

  /// Whether an actor may see a column in the answer to a write of hers.
  ///
  /// @param before the row before the write, if there was one
  /// @param after the row that the answer has
  public boolean readable(
      Actor actor, Optional<ChangeSet> before, ChangeSet after, Column<?, ?> column) {
    return field(column).map(rule -> holds(actor, rule.read(), before, after)).orElse(true);
  }

  /// Whether an actor may write a column of a row that she may write, as the row is; of a creation,
  /// as it will be. Nobody writes what she cannot see.
  public boolean writable(Actor actor, Verb verb, ChangeSet row, Column<?, ?> column) {
    var rule = field(column);
    Optional<ChangeSet> before = verb == Verb.CREATE ? Optional.empty() : Optional.of(row);
    return rule.isEmpty()
        || (holds(actor, rule.get().write(), before, row)
            && holds(actor, rule.get().read(), before, row));
  }

  /// What an actor sees while a filter of hers is decided.
  private Sight sight(Actor actor) {
    return new Sight() {
      @Override
      public boolean row(ChangeSet row) {
        return visible(actor, row);
      }

      @Override
      public boolean column(ChangeSet row, Column<?, ?> column) {
        return readable(actor, row, column);
      }
    };
  }

  private boolean holds(
      Actor actor, Condition condition, Optional<ChangeSet> before, ChangeSet row) {
    List<At> scopes = rules(row.entity()).map(EntityRules::scopes).orElse(List.of());
    return new Interpreter(model, rows, actor, Sight.ALL, before).holds(condition, row, scopes);
  }

  private Optional<EntityRules> rules(EntityModel<?> entity) {
    return image.rules(entity);
  }

  private Optional<FieldRule> field(Column<?, ?> column) {
    return image.entities().stream()
        .flatMap(rules -> rules.fields().stream())
        .filter(rule -> rule.column() == column)
        .findFirst();
  }
}
