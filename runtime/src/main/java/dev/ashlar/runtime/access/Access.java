package dev.ashlar.runtime.access;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
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
import dev.ashlar.runtime.access.AccessImage.EntityRules;
import dev.ashlar.runtime.access.AccessImage.FieldRule;
import dev.ashlar.runtime.access.AccessImage.Rule;
import dev.ashlar.runtime.access.ResolveActor.Held;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One version of the rules, ready to be asked.
public final class Access {
  private final AccessImage image;
  private final Map<Class<?>, EntityRules> rules = new HashMap<>();
  private final Map<Column<?, ?>, FieldRule> fields = new HashMap<>();
  private final Map<Class<?>, Set<String>> actions = new HashMap<>();
  private final SortedSet<String> named = new TreeSet<>();
  private final Map<Held, ActorShape> shapes = new ConcurrentHashMap<>();

  public Access(AccessImage image) {
    this.image = image;
    for (EntityRules each : image.entities()) {
      rules.put(each.entity().type(), each);
      each.fields().forEach(field -> fields.put(field.column(), field));
      List<Rule> all =
          Stream.of(each.allows(), each.denies(), each.checks())
              .flatMap(Collection::stream)
              .toList();
      all.forEach(rule -> name(rule.condition()));
      actions.put(each.entity().type(), all.stream().map(Rule::action).collect(Collectors.toSet()));
      each.fields().forEach(field -> name(field.read()));
      each.fields().forEach(field -> name(field.write()));
      refuseBeforeWithin(each);
    }
  }

  /// Reads what the policies say.
  public static Access of(Map<EntityModel<?>, Policy<?>> policies) {
    return new Access(
        new AccessImage(
            policies.entrySet().stream()
                .map(each -> image(each.getKey(), each.getValue()))
                .toList()));
  }

  @SuppressWarnings("unchecked") // The policy is the entity's own.
  private static <T> EntityRules image(EntityModel<T> entity, Policy<?> policy) {
    var rules = new Rules<>(entity);
    ((Policy<T>) policy).rules(rules);
    return rules.image();
  }

  /// The rules as data.
  public AccessImage image() {
    return image;
  }

  /// The rules as they are for an actor.
  public ActorShape shape(Actor actor) {
    return actor.shape(this);
  }

  /// Whether a column is hidden from everybody: it stands in no answer, no event and no audit
  /// entry.
  public boolean internal(Column<?, ?> column) {
    FieldRule rule = fields.get(column);
    return rule != null && rule.read().equals(Always.FALSE);
  }

  Optional<EntityRules> rules(EntityModel<?> entity) {
    return Optional.ofNullable(rules.get(entity.type()));
  }

  Optional<EntityRules> rules(Class<?> entity) {
    return Optional.ofNullable(rules.get(entity));
  }

  /// Whether a rule of the entity speaks of an action by its name.
  boolean mentions(EntityModel<?> entity, String action) {
    return actions.getOrDefault(entity.type(), Set.of()).contains(action);
  }

  Optional<FieldRule> field(Column<?, ?> column) {
    return Optional.ofNullable(fields.get(column));
  }

  ActorShape shapeOf(Actor actor) {
    var everywhere = new HashSet<String>();
    var inTeams = new HashMap<String, String>();
    var firstIn = new HashMap<Set<UUID>, String>();
    for (String permission : named) {
      var asked = new Permission(permission);
      var teams = Set.copyOf(actor.teams(asked));
      if (actor.holdsEverywhere(asked)) {
        everywhere.add(permission);
      } else if (!teams.isEmpty()) {
        inTeams.put(permission, firstIn.computeIfAbsent(teams, _ -> permission));
      }
    }
    var held = new Held(actor.id().isPresent(), everywhere, inTeams);
    return shapes.computeIfAbsent(held, _ -> new ActorShape(this, held));
  }

  private static void refuseBeforeWithin(EntityRules rules) {
    Stream.of(
            rules.allows().stream().map(Rule::condition),
            rules.denies().stream().map(Rule::condition),
            rules.fields().stream().map(FieldRule::read),
            rules.fields().stream().map(FieldRule::write))
        .flatMap(conditions -> conditions)
        .forEach(condition -> BeforeWithin.refuse(rules.entity(), condition));
  }

  /// Collects the permissions that a condition names.
  private void name(Condition condition) {
    switch (condition) {
      case Can can -> named.add(can.permission());
      case And(var all) -> all.forEach(this::name);
      case Or(var any) -> any.forEach(this::name);
      case Any any -> name(any.where());
      case Always _, Compare _, In _, IsNull _, Match _, Search _, Present _ -> {
        // These name none.
      }
    }
  }
}
