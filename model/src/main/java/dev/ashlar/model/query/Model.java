package dev.ashlar.model.query;

import dev.ashlar.model.query.Relation.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The entities of one application: an immutable value, sharing nothing with any other.
public final class Model {
  private final Map<Class<?>, EntityModel<?>> byType = new LinkedHashMap<>();
  private final Map<String, EntityModel<?>> byPlural = new HashMap<>();
  private final Map<Class<?>, Map<String, Relation>> relations = new HashMap<>();

  private Model(Collection<EntityModel<?>> entities) {
    var problems = new ArrayList<String>();
    entities.forEach(entity -> add(entity, problems));
    entities.forEach(entity -> connect(entity, problems));
    if (!problems.isEmpty()) {
      throw new ModelException(problems);
    }
  }

  /// The model of these entities.
  ///
  /// @throws ModelException naming every entity that does not fit the others
  public static Model of(Collection<EntityModel<?>> entities) {
    return new Model(entities);
  }

  private void add(EntityModel<?> entity, List<String> problems) {
    if (byType.put(entity.type(), entity) != null) {
      problems.add("%s is given twice; give each entity once.".formatted(entity.type().getName()));
      return;
    }
    var other = byPlural.put(entity.plural(), entity);
    if (other != null) {
      problems.add(
          "%s and %s both use the table \"%s\"; set @Entity(plural = …) on one of them."
              .formatted(other.type().getName(), entity.type().getName(), entity.plural()));
    }
  }

  private void connect(EntityModel<?> entity, List<String> problems) {
    for (RefColumn<?, ?> reference : entity.references()) {
      if (byType.containsKey(reference.relation().to())) {
        relate(reference.relation(), problems);
      } else {
        problems.add(
            "%s refers to %s, which is not among the model's entities; add it."
                .formatted(reference, reference.relation().to().getName()));
      }
    }
    entity.spec().inverses().forEach(inverse -> relate(inverse, problems));
  }

  private void relate(Relation relation, List<String> problems) {
    var named = relations.computeIfAbsent(relation.from(), _ -> new LinkedHashMap<>());
    var other = named.put(relation.name(), relation);
    if (other != null && !other.equals(relation)) {
      problems.add(
          "%s leads to %s by %s and to %s by %s; rename one of the @Inverse."
              .formatted(
                  relation,
                  other.to().getSimpleName(),
                  other.component(),
                  relation.to().getSimpleName(),
                  relation.component()));
    }
  }

  /// The entities in the order given.
  public Collection<EntityModel<?>> entities() {
    return List.copyOf(byType.values());
  }

  /// The description of a record.
  ///
  /// @throws ModelException when it is not among the model's entities
  @SuppressWarnings("unchecked")
  public <T> EntityModel<T> entity(Class<T> type) {
    var entity = byType.get(type);
    if (entity == null) {
      throw new ModelException(
          List.of(
              "%s is not among the model's entities: %s."
                  .formatted(type.getName(), byType.values())));
    }
    return (EntityModel<T>) entity;
  }

  /// The entity with this table and place in URLs, if there is one.
  public Optional<EntityModel<?>> entity(String plural) {
    return Optional.ofNullable(byPlural.get(plural));
  }

  /// The relations that start from an entity.
  public Collection<Relation> relations(EntityModel<?> entity) {
    return List.copyOf(relations.getOrDefault(entity.type(), Map.of()).values());
  }

  /// The relation of that name, if the entity has it.
  public Optional<Relation> relation(EntityModel<?> entity, String name) {
    return Optional.ofNullable(relations.getOrDefault(entity.type(), Map.of()).get(name));
  }

  /// The entity a relation leads to.
  public EntityModel<?> target(Relation relation) {
    return entity(relation.to());
  }

  /// The reference that a relation runs along: a column of `from` when it is to-one, of `to` when
  /// it is to-many.
  public Column<?, ?> reference(Relation relation) {
    Class<?> type = relation.kind() == Kind.ONE ? relation.from() : relation.to();
    EntityModel<?> holder = entity(type);
    return holder.column(relation.component()).orElseThrow();
  }
}
