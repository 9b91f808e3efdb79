package dev.ashlar.processor;

import dev.ashlar.processor.ColumnType.Reference;
import dev.ashlar.processor.ColumnType.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;

/// Checks what one entity says of itself.
final class EntityCheck {
  /// The names of the parameters that every list takes, and of what answers add.
  private static final Set<String> RESERVED =
      Set.of(
          "limit",
          "order",
          "where",
          "select",
          "include",
          "after",
          "before",
          "first",
          "last",
          "search",
          "redacted");

  /// The longest name that PostgreSQL does not cut.
  private static final int LONGEST_NAME = 63;

  private static final Pattern COMPONENT = Pattern.compile("[a-z][a-zA-Z0-9]*");
  private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*");

  private final Problems problems;
  private final Entity entity;

  EntityCheck(Problems problems, Entity entity) {
    this.problems = problems;
    this.entity = entity;
  }

  /// Reports every fault.
  void run() {
    id();
    version();
    deletion();
    table();
    entity.components().forEach(this::component);
    wireNames();
    entity.uniques().forEach(names -> key("Unique", names, false));
    entity.indexes().forEach(names -> key("Index", names, true));
    formerRecord();
  }

  private void id() {
    List<Component> marked = inRole("ID");
    if (marked.isEmpty()) {
      problems.at(
          entity.element(),
          "%s has no @Id. Its components are %s: mark one of type UUID, as in `@Id UUID id`.",
          entity.name(),
          names());
      return;
    }
    several("Id", marked);
    for (Component id : marked) {
      if (!isScalar(id, "UUID") || id.nullable()) {
        problems.at(
            id.element(),
            "@Id on %s needs a UUID that is never null, but %s is %s%s. Write `@Id UUID %s`.",
            id.name(),
            id.name(),
            id.nullable() ? "@Nullable " : "",
            Code.plain(id.type().java()),
            id.name());
      }
    }
  }

  private void version() {
    List<Component> marked = inRole("VERSION");
    several("Version", marked);
    for (Component version : marked) {
      if (!version.type().java().equals("int")) {
        problems.at(
            version.element(),
            "@Version on %s counts in an int, but %s is %s. Write `@Version int %s`.",
            version.name(),
            version.name(),
            Code.plain(version.type().java()),
            version.name());
      }
    }
  }

  private void several(String annotation, List<Component> marked) {
    if (marked.size() > 1) {
      problems.at(
          entity.element(),
          "%s has %d components marked @%s: %s. Keep one.",
          entity.name(),
          marked.size(),
          annotation,
          marked.stream().map(Component::name).collect(Collectors.joining(", ")));
    }
  }

  private void deletion() {
    for (Component deleted : inRole("DELETED")) {
      if (!deleted.nullable()) {
        problems.at(
            deleted.element(),
            "deletedAt is null while a row lives, but it is not @Nullable. Write `@Nullable Instant"
                + " deletedAt`.");
      }
    }
  }

  private void table() {
    String plural = entity.plural();
    if (!TABLE.matcher(plural).matches()) {
      problems.at(
          entity.element(),
          "The plural of %s is \"%s\", which is no name for a table and a URL. Use small letters,"
              + " digits and underscores, beginning with a letter: @Entity(plural = \"tasks\").",
          entity.name(),
          plural);
    }
    length(entity.element(), "The table of " + entity.name(), plural, "@Entity(plural = …)");
  }

  private void length(Element where, String what, String sql, String mend) {
    if (sql.length() > LONGEST_NAME) {
      problems.at(
          where,
          "%s would be called \"%s\", which has %d characters; databases take %d. Shorten it with"
              + " %s.",
          what,
          sql,
          sql.length(),
          LONGEST_NAME,
          mend);
    }
  }

  private void component(Component component) {
    Element where = component.element();
    if (!COMPONENT.matcher(component.name()).matches()) {
      problems.at(
          where,
          "%s is no name for a property. Use letters A to Z and digits, beginning with a small"
              + " letter.",
          component.name());
    }
    reserved(component);
    length(where, component.name(), component.sql(), "a shorter component name");
    if (component.searchable() && !isScalar(component, "STRING")) {
      problems.at(
          where,
          "@Searchable on %s is for text, but %s is %s. Remove it, or make the component a String.",
          component.name(),
          component.name(),
          Code.plain(component.type().java()));
    }
    if (component.inverse().isPresent() && !(component.type() instanceof Reference)) {
      problems.at(
          where,
          "@Inverse on %s names the list on the other side of a Ref, but %s is %s. Remove it, or"
              + " refer to an entity with Ref.",
          component.name(),
          component.name(),
          Code.plain(component.type().java()));
    }
    nullability(component);
    former(component);
    misplaced(component);
  }

  private void reserved(Component component) {
    for (String name : new HashSet<>(List.of(component.name(), component.property()))) {
      if (RESERVED.contains(name)) {
        problems.at(
            component.element(),
            "%s is the name of a parameter or of what answers add: %s are reserved. Rename the"
                + " component.",
            name,
            RESERVED.stream().sorted().collect(Collectors.joining(", ")));
      }
    }
  }

  private void nullability(Component component) {
    var field = Mirrors.field(entity.element(), component.element());
    if (field.asType().getKind().isPrimitive() && component.nullable()) {
      problems.at(
          component.element(),
          "%s is @Nullable, but %s is never null. Write @Nullable %s, or remove @Nullable.",
          component.name(),
          component.type().java(),
          Code.plain(component.type().boxed()));
    }
    if (Mirrors.nullableElements(field.asType())) {
      problems.at(
          component.element(),
          "%s says that its bytes may be null, not the array. Write `byte @Nullable [] %s`.",
          component.name(),
          component.name());
    }
  }

  private void former(Component component) {
    component
        .was()
        .ifPresent(
            was -> {
              if (was.equals(component.name())) {
                problems.at(
                    component.element(),
                    "@Was on %s gives its present name. Write the name it had before, or remove"
                        + " @Was.",
                    was);
              } else if (has(was)) {
                problems.at(
                    component.element(),
                    "@Was on %s says that it was %s, but %s still has a component of that name."
                        + " Remove one of them.",
                    component.name(),
                    was,
                    entity.name());
              }
            });
  }

  private void formerRecord() {
    if (entity.was().filter(entity.name()::equals).isPresent()) {
      problems.at(
          entity.element(),
          "@Was on %s gives its present name. Write the name it had before, or remove @Was.",
          entity.name());
    }
  }

  private void misplaced(Component component) {
    for (String annotation : List.of("Take", "Count")) {
      if (Mirrors.has(component.element(), EntityReader.MODEL + annotation)) {
        problems.at(
            component.element(),
            "@%s on %s is for views, but %s is an entity. Move it to a @View record.",
            annotation,
            component.name(),
            entity.name());
      }
    }
  }

  private void wireNames() {
    Map<String, Component> taken = new HashMap<>();
    for (Component component : entity.components()) {
      for (String name : new HashSet<>(List.of(component.name(), component.property()))) {
        Component other = taken.putIfAbsent(name, component);
        if (other != null) {
          Component reference = other.type() instanceof Reference ? other : component;
          problems.at(
              component.element(),
              "%s and %s are both called \"%s\" on the wire: the Ref takes \"%s\" and \"%s\"."
                  + " Rename one of them.",
              other.name(),
              component.name(),
              name,
              reference.name(),
              reference.property());
        }
      }
    }
    sqlNames();
  }

  private void sqlNames() {
    Map<String, Component> taken = new HashMap<>();
    for (Component component : entity.components()) {
      Component other = taken.putIfAbsent(component.sql(), component);
      if (other != null && !other.property().equals(component.property())) {
        problems.at(
            component.element(),
            "%s and %s would both be the column \"%s\". Rename one of them.",
            other.name(),
            component.name(),
            component.sql());
      }
    }
  }

  private void key(String annotation, List<String> names, boolean mayDescend) {
    if (names.isEmpty()) {
      problems.at(
          entity.element(),
          "@%s on %s names no components. Name them, as in @%s({\"project\", \"title\"}), or put it"
              + " on a component.",
          annotation,
          entity.name(),
          annotation);
    }
    for (String written : names) {
      String name = mayDescend && written.startsWith("-") ? written.substring(1) : written;
      if (!has(name)) {
        problems.at(
            entity.element(),
            "@%s names \"%s\", which is no component of %s. Its components are %s.",
            annotation,
            name,
            entity.name(),
            names());
      } else if (component(name).type() instanceof ColumnType.Json json) {
        problems.at(
            entity.element(),
            "@%s names %s, but a %s is stored as JSON and cannot be compared. Leave it out.",
            annotation,
            name,
            Code.plain(json.java()));
      }
    }
    if (Set.copyOf(names).size() < names.size()) {
      problems.at(
          entity.element(),
          "@%s names a component twice: %s. Name each once.",
          annotation,
          String.join(", ", names));
    }
  }

  private Component component(String name) {
    return entity.components().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private boolean has(String component) {
    return entity.components().stream().anyMatch(it -> it.name().equals(component));
  }

  private List<Component> inRole(String role) {
    return entity.components().stream().filter(it -> it.role().equals(role)).toList();
  }

  private static boolean isScalar(Component component, String constant) {
    return component.type() instanceof Scalar scalar && scalar.constant().equals(constant);
  }

  private String names() {
    return entity.components().stream().map(Component::name).collect(Collectors.joining(", "));
  }
}
