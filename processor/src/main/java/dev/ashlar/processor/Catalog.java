package dev.ashlar.processor;

import dev.ashlar.processor.ColumnType.Reference;
import dev.ashlar.processor.ColumnsWriter.ManySide;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// The entities and views known so far: of this compilation, and those compiled before.
final class Catalog {
  /// A to-many relation.
  ///
  /// @param expression what generated code calls its `Many`
  /// @param target the record at the other end
  record Link(String expression, TypeName target) {}

  private final Elements elements;
  private final Map<TypeName, Entity> entities = new TreeMap<>(Comparator.comparing(TypeName::ref));
  private final Collection<TypeName> views = new TreeSet<>(Comparator.comparing(TypeName::ref));

  Catalog(Elements elements) {
    this.elements = elements;
  }

  void add(Entity entity) {
    entities.put(entity.record(), entity);
  }

  void add(View view) {
    views.add(view.record());
  }

  Collection<TypeName> entities() {
    return List.copyOf(entities.keySet());
  }

  Collection<TypeName> views() {
    return List.copyOf(views);
  }

  /// The entity of this compilation, if it is one.
  Optional<Entity> entity(TypeName record) {
    return Optional.ofNullable(entities.get(record));
  }

  /// Whether a record is an entity: one of this compilation is marked, one compiled before has its
  /// model beside it.
  boolean isEntity(@Nullable Element type) {
    return is(type, EntityReader.ENTITY, "EntityModel");
  }

  /// Whether a record is a view.
  boolean isView(@Nullable Element type) {
    return is(type, EntityReader.MODEL + "View", "ViewModel");
  }

  private boolean is(@Nullable Element type, String annotation, String model) {
    return type instanceof TypeElement record
        && (Mirrors.has(record, annotation)
            || field(TypeName.of(record).beside("_"), "MODEL")
                .filter(field -> Mirrors.qualified(field.asType()).endsWith(".query." + model))
                .isPresent());
  }

  private Optional<VariableElement> field(TypeName type, String name) {
    TypeElement holder = elements.getTypeElement(type.packageName() + "." + type.simple());
    return holder == null
        ? Optional.empty()
        : ElementFilter.fieldsIn(holder.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().contentEquals(name))
            .findFirst();
  }

  /// The relations that records of this compilation give an entity.
  List<ManySide> manyOf(TypeName record) {
    var sides = new ArrayList<ManySide>();
    for (Entity from : entities.values()) {
      for (Component component : from.components()) {
        if (component.type() instanceof Reference(TypeName target) && target.equals(record)) {
          component.inverse().ifPresent(name -> sides.add(new ManySide(name, from, component)));
        }
      }
    }
    return sides;
  }

  /// What has a name already among an entity's components and lists, other than one reference.
  Optional<String> memberOf(TypeName record, String name, TypeName from, String reference) {
    for (ManySide side : manyOf(record)) {
      boolean same = side.from().record().equals(from) && side.component().name().equals(reference);
      if (side.name().equals(name) && !same) {
        return Optional.of(side.from().name() + "." + side.component().name());
      }
    }
    Entity entity = entities.get(record);
    if (entity == null) {
      return field(record.beside("_"), name).map(_ -> record.simple() + "." + name);
    }
    return entity.components().stream()
        .filter(it -> it.name().equals(name) || it.property().equals(name))
        .map(it -> record.simple() + "." + it.name())
        .findFirst();
  }

  /// The to-many relations of an entity, by name.
  Map<String, Link> links(TypeName record) {
    var links = new LinkedHashMap<String, Link>();
    for (ManySide side : manyOf(record)) {
      String expression =
          side.from().record().beside("_").ref() + "." + ColumnsWriter.ofName(side.component());
      links.put(side.name(), new Link(expression, side.from().record()));
    }
    TypeName columns = record.beside("_");
    TypeElement compiled = elements.getTypeElement(columns.packageName() + "." + columns.simple());
    if (compiled != null) {
      for (VariableElement field : ElementFilter.fieldsIn(compiled.getEnclosedElements())) {
        String name = field.getSimpleName().toString();
        target(field)
            .ifPresent(
                target -> links.putIfAbsent(name, new Link(columns.ref() + "." + name, target)));
      }
    }
    return links;
  }

  /// The record whose columns a field of type `Many<Comment_.Columns>` leads to; those that start
  /// elsewhere are called `of…` and lead to their own record.
  private Optional<TypeName> target(VariableElement field) {
    if (field.asType() instanceof DeclaredType many
        && Mirrors.qualified(many).endsWith(".query.Many")
        && many.getTypeArguments().getFirst() instanceof DeclaredType columns
        && columns.asElement().getEnclosingElement() instanceof TypeElement generated
        && !field.getSimpleName().toString().startsWith("of")) {
      TypeName name = TypeName.of(generated);
      String record = name.simple().substring(0, name.simple().length() - 1);
      return Optional.of(new TypeName(name.packageName(), record));
    }
    return Optional.empty();
  }
}
