package dev.ashlar.data.migration;

import dev.ashlar.data.migration.SchemaImage.Check;
import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.Fill;
import dev.ashlar.data.migration.SchemaImage.ForeignKey;
import dev.ashlar.data.migration.SchemaImage.Index;
import dev.ashlar.data.migration.SchemaImage.Table;
import dev.ashlar.data.migration.SchemaImage.Unique;
import dev.ashlar.model.query.ColumnSpec;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.ModelException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the image that a model asks for.
final class ImageMaker {
  private static final Set<String> FTS_WORDS = Set.of("rank", "rowid");

  private final Collection<EntityModel<?>> entities;
  private final Map<Class<?>, EntityModel<?>> known = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  ImageMaker(Collection<EntityModel<?>> entities, Collection<EntityModel<?>> others) {
    this.entities = entities;
    others.forEach(entity -> known.put(entity.type(), entity));
    entities.forEach(entity -> known.put(entity.type(), entity));
  }

  SchemaImage make() {
    var image = new SchemaImage(entities.stream().map(this::table).toList());
    namesAreFree(image);
    if (!problems.isEmpty()) {
      throw new ModelException(problems);
    }
    return image;
  }

  private Table table(EntityModel<?> entity) {
    String name = entity.plural();
    String id = entity.id().sql();
    namesFit(entity);
    List<Unique> uniques = uniques(entity);
    return new Table(
        name,
        entity.name(),
        id,
        entity.columns().stream().map(column -> column(column.spec())).toList(),
        foreignKeys(entity),
        uniques,
        indexes(entity, uniques),
        checks(entity),
        entity.searchable().stream().map(column -> column.sql()).toList(),
        entity.spec().was());
  }

  private static Column column(ColumnSpec spec) {
    Fill fill =
        switch (spec.role()) {
          case VERSION -> Fill.FIRST_VERSION;
          case CREATED, UPDATED -> Fill.NOW;
          case ID, DELETED, PLAIN -> Fill.UNKNOWN;
        };
    return new Column(
        spec.sql(), spec.component(), spec.type().kind(), spec.nullable(), fill, spec.was());
  }

  // ---- keys ----

  private List<ForeignKey> foreignKeys(EntityModel<?> entity) {
    var keys = new ArrayList<ForeignKey>();
    for (var reference : entity.references()) {
      var target = known.get(reference.relation().to());
      if (target == null) {
        problems.add(
            "%s refers to %s, which is not among the entities; give its module's entities too."
                .formatted(reference, reference.relation().to().getName()));
      } else {
        String name = ForeignKey.name(entity, reference);
        keys.add(new ForeignKey(name, reference.sql(), target.plural(), target.id().sql()));
      }
    }
    return keys;
  }

  private List<Unique> uniques(EntityModel<?> entity) {
    var keys = new LinkedHashMap<String, Unique>();
    for (var column : entity.columns()) {
      if (column.spec().unique()) {
        add(keys, unique(entity, List.of(column.sql())));
      }
    }
    for (var components : entity.spec().uniques()) {
      add(keys, unique(entity, components.stream().map(name -> sql(entity, name)).toList()));
    }
    return List.copyOf(keys.values());
  }

  private static Unique unique(EntityModel<?> entity, List<String> columns) {
    return new Unique(Names.unique(entity.plural(), columns), columns);
  }

  /// Asked for, and one for each reference that no other index or key begins with. Each ends in the
  /// primary key, by which pages break ties.
  private List<Index> indexes(EntityModel<?> entity, List<Unique> uniques) {
    var indexes = new LinkedHashMap<String, Index>();
    for (var components : entity.spec().indexes()) {
      add(indexes, index(entity, components));
    }
    var led = new HashSet<String>();
    uniques.forEach(unique -> led.add(unique.columns().getFirst()));
    indexes.values().forEach(index -> led.add(index.over().getFirst()));
    for (var reference : entity.references()) {
      if (led.add(reference.sql())) {
        add(indexes, index(entity, List.of(reference.spec().component())));
      }
    }
    return List.copyOf(indexes.values());
  }

  private Index index(EntityModel<?> entity, List<String> components) {
    var parts = new ArrayList<Index.Part>();
    for (String component : components) {
      boolean descending = component.startsWith("-");
      String name = descending ? component.substring(1) : component;
      parts.add(new Index.Part(sql(entity, name), descending));
    }
    var columns = parts.stream().map(Index.Part::column).toList();
    String id = entity.id().sql();
    if (!columns.contains(id)) {
      // In the direction of the column before it, so that one index serves both ways.
      parts.add(new Index.Part(id, parts.getLast().descending()));
    }
    return new Index(Names.index(entity.plural(), columns), parts);
  }

  private static <K extends Key> void add(Map<String, K> keys, K key) {
    keys.putIfAbsent(key.name(), key);
  }

  private String sql(EntityModel<?> entity, String component) {
    var column = entity.column(component);
    if (column.isEmpty()) {
      problems.add(
          "%s has a key or index over \"%s\", which is none of its components: %s."
              .formatted(entity.name(), component, entity.columns()));
      return component;
    }
    return column.get().sql();
  }

  // ---- rules ----

  private static List<Check> checks(EntityModel<?> entity) {
    var checks = new ArrayList<Check>();
    for (var column : entity.columns()) {
      var used = new HashMap<String, Integer>();
      for (Rule rule : RulesOfColumn.of(column.spec())) {
        int number = used.merge(rule.word(), 1, Integer::sum);
        String word = number == 1 ? rule.word() : rule.word() + "_" + number;
        checks.add(new Check(Names.check(entity.plural(), column.sql(), word), column.sql(), rule));
      }
    }
    return checks;
  }

  // ---- names ----

  private void namesFit(EntityModel<?> entity) {
    // Its full-text table must fit as well.
    fits(entity.plural(), "_search", entity.name());
    if (entity.plural().startsWith("ashlar_") || entity.plural().startsWith("sqlite_")) {
      problems.add(
          "%s uses the table \"%s\", but names beginning with ashlar_ and sqlite_ are taken; set @Entity(plural = …)."
              .formatted(entity.name(), entity.plural()));
    }
    boolean searched = !entity.searchable().isEmpty();
    for (var column : entity.columns()) {
      fits(column.sql(), "", column.toString());
      if (column.sql().equals("rowid") || (searched && column.sql().equals("search"))) {
        problems.add(taken(column.toString(), column.sql()));
      }
      if (column.spec().searchable() && FTS_WORDS.contains(column.sql())) {
        problems.add(taken(column.toString(), column.sql()));
      }
    }
  }

  private static String taken(String what, String name) {
    return "%s uses the column \"%s\", a name that full-text search needs itself; rename the component."
        .formatted(what, name);
  }

  private void fits(String name, String suffix, String what) {
    if (Names.bytes(name + suffix) > Names.LONGEST) {
      problems.add(
          "%s is stored as \"%s\", which is longer than the %d bytes that databases allow; shorten it."
              .formatted(what, name, Names.LONGEST - suffix.length()));
    }
  }

  private void namesAreFree(SchemaImage image) {
    var owners = new HashMap<String, String>();
    for (Table table : image.tables()) {
      takes(owners, table.name(), table.entity());
    }
    for (Table table : image.tables()) {
      if (!table.searchable().isEmpty()) {
        takes(owners, Names.searchTable(table.name()), "the full text of " + table.entity());
        takes(owners, Names.searchIndex(table.name()), "the full text of " + table.entity());
      }
      for (Key key : table.keys()) {
        takes(owners, key.name(), table.entity() + " over " + key.over());
      }
    }
  }

  private void takes(Map<String, String> owners, String name, String owner) {
    Optional.ofNullable(owners.put(name, owner))
        .ifPresent(
            other ->
                problems.add(
                    "%s and %s are both called \"%s\" in the database; rename one of them."
                        .formatted(other, owner, name)));
  }
}
