package dev.ashlar.processor;

import dev.ashlar.processor.Catalog.Link;
import dev.ashlar.processor.ColumnType.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/// Reads view records.
final class ViewReader {
  private static final String VISIBLE = "dev.ashlar.model.Visible";

  private static final List<String> OF_ENTITIES =
      List.of("Id", "Version", "Searchable", "Unique", "Index", "Inverse", "Was");

  private final Problems problems;
  private final Catalog catalog;
  private final TypeReader types;
  private final Function<TypeElement, Entity> compiled;

  /// @param compiled reads an entity that was compiled before
  ViewReader(
      Problems problems,
      Catalog catalog,
      TypeReader types,
      Function<TypeElement, Entity> compiled) {
    this.problems = problems;
    this.catalog = catalog;
    this.types = types;
    this.compiled = compiled;
  }

  /// The view that a record is; empty when it cannot be one, which has been reported.
  Optional<View> read(TypeElement record) {
    int before = problems.count();
    if (!RecordCheck.passes(problems, record, "View")) {
      return Optional.empty();
    }
    Optional<Entity> entity = entityOf(record);
    if (entity.isEmpty()) {
      return Optional.empty();
    }
    var parts = new ArrayList<View.Part>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      TypeMirror type = Mirrors.field(record, component).asType();
      if (Mirrors.unresolved(type)) {
        return Optional.empty();
      }
      new PartReader(entity.get(), component, type).read().ifPresent(parts::add);
    }
    return problems.count() == before
        ? Optional.of(new View(record, TypeName.of(record), entity.get().record(), parts))
        : Optional.empty();
  }

  private Optional<Entity> entityOf(TypeElement record) {
    Object written =
        Mirrors.annotation(record, EntityReader.MODEL + "View")
            .flatMap(it -> Mirrors.value(it, "value"))
            .orElse(null);
    if (!(written instanceof DeclaredType type) || type.getKind() == TypeKind.ERROR) {
      return Optional.empty();
    }
    TypeElement element = Mirrors.element(type);
    if (!catalog.isEntity(element)) {
      problems.at(
          record,
          "%s is a view of %s, which is not an entity. Mark %s with @Entity, or name another record.",
          record.getSimpleName(),
          element.getSimpleName(),
          element.getSimpleName());
      return Optional.empty();
    }
    if (Mirrors.has(element, EntityReader.ENTITY)) {
      // An entity that is not in the catalog has faults of its own, which are reported there.
      return catalog.entity(TypeName.of(element));
    }
    return Optional.of(compiled.apply(element));
  }

  /// Reads one component.
  private final class PartReader {
    private final Entity entity;
    private final RecordComponentElement component;
    private final TypeMirror type;
    private final String name;

    PartReader(Entity entity, RecordComponentElement component, TypeMirror type) {
      this.entity = entity;
      this.component = component;
      this.type = type;
      this.name = component.getSimpleName().toString();
    }

    Optional<View.Part> read() {
      for (String annotation : OF_ENTITIES) {
        if (Mirrors.has(component, EntityReader.MODEL + annotation)) {
          return fault(
              "@%s on %s is for entities, but this is a view. Remove it.", annotation, name);
        }
      }
      Optional<String> counted = Mirrors.text(component, EntityReader.MODEL + "Count");
      if (counted.isPresent()) {
        return count(counted.get());
      }
      boolean taken = Mirrors.has(component, EntityReader.MODEL + "Take");
      if (viewIn(type) instanceof TypeElement shape) {
        return many(shape);
      }
      if (taken) {
        return fault(
            "@Take on %s is for a list of views, but %s is %s. Remove @Take.",
            name, name, TypeReader.plain(type));
      }
      return catalog.isView(element(type)) ? one() : field();
    }

    private Optional<View.Part> count(String relation) {
      if (!TypeReader.plain(type).equals("long")) {
        return fault(
            "@Count on %s fills a long, but %s is %s. Write `long %s`.",
            name, name, TypeReader.plain(type), name);
      }
      Link link = catalog.links(entity.record()).get(relation);
      return link == null
          ? noRelation("@Count on " + name + " names", relation)
          : Optional.of(new View.Count(name, link.expression()));
    }

    private Optional<View.Part> noRelation(String what, String relation) {
      var names = catalog.links(entity.record()).keySet();
      return fault(
          "%s \"%s\", which is no list of %s. Its lists are %s; @Inverse on a Ref makes one.",
          what, relation, entity.name(), names.isEmpty() ? "none" : String.join(", ", names));
    }

    private Optional<View.Part> many(TypeElement shape) {
      Link link = catalog.links(entity.record()).get(name);
      if (link == null) {
        return noRelation(name + " reads", name);
      }
      if (!shapes(shape, link.target())) {
        return Optional.empty();
      }
      int take = 0;
      List<String> order = List.of();
      var annotation = Mirrors.annotation(component, EntityReader.MODEL + "Take");
      if (annotation.isPresent()) {
        take = (int) Mirrors.value(annotation.get(), "value").orElse(0);
        order = Mirrors.values(annotation.get(), "order").stream().map(Object::toString).toList();
        if (take < 1) {
          return fault("@Take on %s is %d. Write 1 or more.", name, take);
        }
      }
      Optional<List<String>> orders = orders(link.target(), order);
      if (orders.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new View.Many(name, TypeName.of(shape), link.expression(), take, orders.get()));
    }

    private Optional<List<String>> orders(TypeName target, List<String> written) {
      Optional<Entity> ordered = catalog.entity(target);
      var all = new ArrayList<String>();
      for (String key : written) {
        boolean descending = key.startsWith("-");
        String column = descending ? key.substring(1) : key;
        if (ordered.isPresent() && !has(ordered.get(), column)) {
          fault(
              "@Take on %s orders by \"%s\", which is no component of %s. Its components are %s.",
              name, column, target.simple(), names(ordered.get()));
          return Optional.empty();
        }
        all.add(
            "%s.%s.%s()".formatted(target.beside("_").ref(), column, descending ? "desc" : "asc"));
      }
      return Optional.of(all);
    }

    /// Whether a view is a shape of an entity, as far as it can be seen.
    private boolean shapes(TypeElement shape, TypeName target) {
      Object of =
          Mirrors.annotation(shape, EntityReader.MODEL + "View")
              .flatMap(it -> Mirrors.value(it, "value"))
              .orElse(null);
      if (of instanceof DeclaredType declared
          && !TypeName.of(Mirrors.element(declared)).equals(target)) {
        fault(
            "%s reads rows of %s, but %s is a view of %s. Use a view of %s.",
            name,
            target.simple(),
            shape.getSimpleName(),
            declared.asElement().getSimpleName(),
            target.simple());
        return false;
      }
      return true;
    }

    private Optional<View.Part> one() {
      var shape = (TypeElement) ((DeclaredType) type).asElement();
      for (Component column : entity.components()) {
        if (column.name().equals(name) && column.type() instanceof Reference(TypeName target)) {
          boolean nullable = Mirrors.nullable(type);
          if (column.nullable() && !nullable) {
            return fault(
                "%s is never null here, but %s.%s may be. Write @Nullable %s %s.",
                name, entity.name(), name, shape.getSimpleName(), name);
          }
          return shapes(shape, target)
              ? Optional.of(new View.One(name, TypeName.of(shape), nullable))
              : Optional.empty();
        }
      }
      return fault(
          "%s reads a row, but %s has no Ref of that name. Its Refs are %s.",
          name,
          entity.name(),
          entity.components().stream()
              .filter(it -> it.type() instanceof Reference)
              .map(Component::name)
              .collect(Collectors.joining(", ")));
    }

    private Optional<View.Part> field() {
      for (Component column : entity.components()) {
        if (column.name().equals(name) || column.property().equals(name)) {
          return field(column);
        }
      }
      return fault(
          "%s is no component of %s. Its components are %s; its lists are read as"
              + " List<AView> or counted by @Count.",
          name, entity.name(), names(entity));
    }

    private Optional<View.Part> field(Component column) {
      boolean visible = Mirrors.qualified(type).equals(VISIBLE);
      TypeMirror held = visible ? ((DeclaredType) type).getTypeArguments().getFirst() : type;
      boolean key = column.type() instanceof Reference && name.equals(column.property());
      Optional<ColumnType> read = types.read(component, held);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      String wanted = key ? "«java.util.UUID»" : column.type().boxed();
      if (!read.get().boxed().equals(wanted)) {
        return fault(
            "%s is %s here, but %s in %s. Write the same type.",
            name, TypeReader.plain(held), Code.plain(wanted), entity.name());
      }
      if (column.nullable() && !visible && !Mirrors.nullable(type)) {
        return fault(
            "%s is never null here, but %s.%s may be. Write @Nullable before its type.",
            name, entity.name(), column.name());
      }
      return Optional.of(new View.Field(name, column, visible, key));
    }

    /// The view that a list holds, if the type is such a list.
    private @Nullable Element viewIn(TypeMirror list) {
      return list instanceof DeclaredType declared
              && Mirrors.qualified(list).equals("java.util.List")
              && !declared.getTypeArguments().isEmpty()
              && catalog.isView(element(declared.getTypeArguments().getFirst()))
          ? element(declared.getTypeArguments().getFirst())
          : null;
    }

    private static @Nullable Element element(TypeMirror type) {
      return type instanceof DeclaredType declared ? declared.asElement() : null;
    }

    // The annotation asked for would bring a library.
    @SuppressWarnings("AnnotateFormatMethod")
    private Optional<View.Part> fault(String message, Object... values) {
      problems.at(component, message, values);
      return Optional.empty();
    }
  }

  private static boolean has(Entity entity, String component) {
    return entity.components().stream().anyMatch(it -> it.name().equals(component));
  }

  private static String names(Entity entity) {
    return entity.components().stream().map(Component::name).collect(Collectors.joining(", "));
  }
}
