package dev.ashlar.testing.access;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Any;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Before;
import dev.ashlar.model.query.Expr.Can;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.In;
import dev.ashlar.model.query.Expr.IsNull;
import dev.ashlar.model.query.Expr.Match;
import dev.ashlar.model.query.Expr.Match.How;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.model.query.Expr.OfActor.Fact;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Expr.Values;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.query.Relation.Kind;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.access.AccessImage;
import dev.ashlar.runtime.access.AccessImage.EntityRules;
import dev.ashlar.runtime.access.AccessImage.FieldRule;
import dev.ashlar.runtime.access.AccessImage.Rule;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.access.Verb;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Random rows, actors, rules and filters, all of one seed.
final class World {
  static final Model MODEL = Model.of(Models_.all());

  private static final List<String> PERMISSIONS = List.of("a:read", "a:write", "b:read");
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "A",
          "ab",
          "ba",
          "%",
          "_",
          "a%b",
          "'",
          "''; DROP TABLE \"items\"; --",
          "\\",
          "\"",
          "é",
          "ß",
          "İ",
          "𝔘",
          "\uffee",
          "a\nb",
          "null",
          "NULL",
          "$1",
          "?1",
          "{}",
          " ");

  private static final List<How> HOWS = List.copyOf(EnumSet.allOf(How.class));
  private static final List<Operator> OPERATORS = List.copyOf(EnumSet.allOf(Operator.class));

  private final Random random;
  private final Map<EntityModel<?>, List<ChangeSet>> rows = new HashMap<>();
  private final List<UUID> people = List.of(id(900), id(901), id(902));

  World(long seed) {
    random = new Random(seed);
    for (EntityModel<?> entity : List.of(Crew_.MODEL, Area_.MODEL, Item_.MODEL, Mark_.MODEL)) {
      rows.put(entity, new ArrayList<>());
      int count = entity == Crew_.MODEL ? 3 : entity == Area_.MODEL ? 5 : 14;
      for (int i = 0; i < count; i++) {
        rows.get(entity).add(row(entity, i));
      }
    }
  }

  static UUID id(int number) {
    return new UUID(0x0190_0000_0000_7000L + number, 0x8000_0000_0000_0000L + number);
  }

  List<ChangeSet> rows(EntityModel<?> entity) {
    return rows.getOrDefault(entity, List.of());
  }

  // ---- rows ----

  private ChangeSet row(EntityModel<?> entity, int number) {
    int base = 100 * List.copyOf(MODEL.entities()).indexOf(entity);
    ChangeSet row = ChangeSet.of(entity);
    for (Column<?, ?> column : entity.columns()) {
      row = row.with(column, column.role() == Role.ID ? id(base + number) : cell(column));
    }
    return row;
  }

  private @Nullable Object cell(Column<?, ?> column) {
    if (column.nullable() && random.nextInt(4) == 0) {
      return null;
    }
    if (column.role() == Role.DELETED) {
      return random.nextInt(3) == 0 ? Instant.EPOCH : null;
    }
    if (column instanceof RefColumn<?, ?> reference) {
      var target = MODEL.target(reference.relation());
      var there = rows(target);
      boolean self = target.type() == column.entity();
      return self && there.isEmpty()
          ? null
          : there.get(random.nextInt(there.size())).stored(target.id());
    }
    return value(column.type());
  }

  /// A value of a type, one of a few, so that comparisons hold now and then.
  Object value(ValueType type) {
    return switch (type.kind()) {
      case UUID -> people.get(random.nextInt(people.size()));
      case STRING -> TEXTS.get(random.nextInt(TEXTS.size()));
      case BOOLEAN -> random.nextBoolean();
      case INT -> random.nextInt(5) - 2;
      case DOUBLE -> (random.nextInt(9) - 4) / 2.0;
      case DECIMAL ->
          List.of(
                  BigDecimal.ZERO,
                  new BigDecimal("1.0"),
                  new BigDecimal("1.00"),
                  new BigDecimal("-1"),
                  new BigDecimal("10"),
                  new BigDecimal("9"),
                  new BigDecimal("12345678901234567890.123456789"))
              .get(random.nextInt(7));
      case ENUM -> type.names().get(random.nextInt(type.names().size()));
      case INSTANT -> Instant.EPOCH.plusNanos(1_000L * random.nextInt(4));
      case LONG, INTEGER, DATE, TIME, DATE_TIME, DURATION, BYTES, JSON ->
          throw new IllegalStateException("The test's model has no column of " + type.kind());
    };
  }

  // ---- actors ----

  Actor actor() {
    if (random.nextInt(8) == 0) {
      return Actor.ANONYMOUS;
    }
    var inTeams = new HashMap<UUID, Set<Permission>>();
    for (ChangeSet crew : rows(Crew_.MODEL)) {
      if (random.nextInt(2) == 0) {
        inTeams.put((UUID) crew.stored(Crew_.id), permissions());
      }
    }
    return new Actor(
        Optional.of(people.get(random.nextInt(people.size()))),
        "someone",
        random.nextInt(3) == 0 ? permissions() : Set.of(),
        inTeams,
        random.nextBoolean() ? Map.of("word", value(ValueType.STRING)) : Map.of());
  }

  private Set<Permission> permissions() {
    var held = new HashSet<Permission>();
    for (String permission : List.of("a:read", "a:write", "b:read", "a:*", "*")) {
      if (random.nextInt(permission.equals("*") ? 12 : 3) == 0) {
        held.add(new Permission(permission));
      }
    }
    return held;
  }

  // ---- rules ----

  AccessImage image() {
    var all = new ArrayList<EntityRules>();
    for (EntityModel<?> entity : MODEL.entities()) {
      if (random.nextInt(12) > 0) {
        all.add(rules(entity));
      }
    }
    return new AccessImage(all);
  }

  private EntityRules rules(EntityModel<?> entity) {
    var allows = new ArrayList<Rule>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      allows.add(new Rule(Verb.READ, "", rule(entity)));
    }
    var denies = new ArrayList<Rule>();
    if (random.nextInt(3) == 0) {
      denies.add(new Rule(Verb.READ, "", rule(entity)));
    }
    allows.add(new Rule(Verb.UPDATE, "", random.nextInt(3) == 0 ? rule(entity) : Always.TRUE));
    var checks = new ArrayList<Rule>();
    if (random.nextInt(4) == 0) {
      checks.add(new Rule(Verb.UPDATE, "", rule(entity)));
    }
    var fields = new ArrayList<FieldRule>();
    for (Column<?, ?> column : entity.columns()) {
      if (given(column) && random.nextInt(5) == 0) {
        fields.add(
            new FieldRule(column, rule(entity), random.nextBoolean() ? rule(entity) : Always.TRUE));
      }
    }
    return new EntityRules(entity, scopes(entity), allows, denies, checks, fields);
  }

  /// Whether a column is given by clients, and is no reference.
  private static boolean given(Column<?, ?> column) {
    return column.role() == Role.PLAIN && !(column instanceof RefColumn);
  }

  /// What somebody may want of a row.
  ChangeSet changes(EntityModel<?> entity) {
    ChangeSet changes = ChangeSet.of(entity);
    for (Column<?, ?> column : entity.columns()) {
      if (given(column) && random.nextInt(3) == 0) {
        changes = changes.with(column, cell(column));
      }
    }
    return changes;
  }

  /// One of the rows of an entity.
  ChangeSet some(EntityModel<?> entity) {
    return rows(entity).get(random.nextInt(rows(entity).size()));
  }

  private static List<At> scopes(EntityModel<?> entity) {
    if (entity == Area_.MODEL) {
      return List.of(at(Path.ROOT, Area_.crew));
    }
    if (entity == Item_.MODEL) {
      return List.of(
          at(Path.ROOT, Item_.owner), at(Path.ROOT.then(Item_.area.relation()), Area_.crew));
    }
    return entity == Mark_.MODEL
        ? List.of(at(Path.ROOT.then(Mark_.item.relation()).then(Item_.area.relation()), Area_.crew))
        : List.of();
  }

  private static At at(Path path, Column<?, ?> column) {
    return new At(path, column);
  }

  private Condition rule(EntityModel<?> entity) {
    return condition(entity, 2, true);
  }

  // ---- conditions ----

  Condition filter(EntityModel<?> entity) {
    return condition(entity, 3, false);
  }

  private Condition condition(EntityModel<?> entity, int depth, boolean inRule) {
    Condition made =
        switch (random.nextInt(depth > 0 ? 9 : 5)) {
          case 0 -> inRule ? random.nextInt(3) > 0 ? can() : before(entity) : leaf(entity);
          case 1, 2, 3 -> leaf(entity);
          case 4 -> inRule ? ofActor(entity) : leaf(entity);
          case 5 -> condition(entity, depth - 1, inRule).and(condition(entity, depth - 1, inRule));
          case 6, 7 ->
              condition(entity, depth - 1, inRule).or(condition(entity, depth - 1, inRule));
          default -> any(entity, depth);
        };
    return random.nextInt(4) == 0 ? made.not() : made;
  }

  private Condition can() {
    return new Can(PERMISSIONS.get(random.nextInt(PERMISSIONS.size())), List.of(), false);
  }

  /// Something of the row before a write, or that it was left as it was.
  private Condition before(EntityModel<?> entity) {
    var columns = entity.columns();
    Column<?, ?> column = columns.get(random.nextInt(columns.size()));
    var before = new Before(column);
    var at = at(Path.ROOT, column);
    return random.nextBoolean()
        ? new IsNull(before, random.nextBoolean())
        : new Compare(
            operator(),
            before,
            random.nextBoolean() ? at : new Value(column.type(), known(at)),
            random.nextBoolean());
  }

  private Condition any(EntityModel<?> entity, int depth) {
    var many = MODEL.relations(entity).stream().filter(each -> each.kind() == Kind.MANY).toList();
    if (many.isEmpty()) {
      return leaf(entity);
    }
    var relation = many.get(random.nextInt(many.size()));
    // A permission within another row would be judged by that row's own scope, which rules cannot
    // name.
    Condition where = plain(MODEL.target(relation), depth - 1);
    return new Any(Path.ROOT, relation, where, random.nextBoolean());
  }

  private Condition plain(EntityModel<?> entity, int depth) {
    return depth <= 0 ? leaf(entity) : condition(entity, depth - 1, false);
  }

  private Condition ofActor(EntityModel<?> entity) {
    var at = pick(entity);
    return switch (at.type().kind()) {
      case UUID ->
          random.nextBoolean()
              ? new Compare(Operator.EQ, at, new OfActor(new Fact.Id(), ValueType.UUID), false)
              : new In(
                  at,
                  new OfActor(
                      new Fact.Teams(PERMISSIONS.get(random.nextInt(PERMISSIONS.size()))),
                      ValueType.UUID),
                  random.nextBoolean());
      case STRING ->
          new Compare(
              operator(),
              at,
              new OfActor(new Fact.Named("word"), ValueType.STRING),
              random.nextBoolean());
      default -> leaf(entity);
    };
  }

  private Condition leaf(EntityModel<?> entity) {
    var at = pick(entity);
    var type = at.type();
    return switch (random.nextInt(4)) {
      case 0 -> new IsNull(at, random.nextBoolean());
      case 1 ->
          new In(
              at,
              new Values(type, random.nextInt(5) == 0 ? List.of() : List.of(known(at), known(at))),
              random.nextBoolean());
      case 2 ->
          type.text()
              ? new Match(
                  HOWS.get(random.nextInt(HOWS.size())),
                  at,
                  new Value(type, known(at)),
                  random.nextBoolean())
              : new Compare(operator(), at, new Value(type, known(at)), false);
      default -> new Compare(operator(), at, new Value(type, known(at)), random.nextInt(4) == 0);
    };
  }

  private Operator operator() {
    return OPERATORS.get(random.nextInt(OPERATORS.size()));
  }

  /// A value that a column may well have.
  private Object known(At at) {
    if (at.column().role() == Role.ID) {
      var target = MODEL.entity(at.column().entity());
      var there = rows(target);
      Object id =
          there.isEmpty() ? null : there.get(random.nextInt(there.size())).stored(target.id());
      return id == null ? id(1) : id;
    }
    if (at.column() instanceof RefColumn<?, ?> reference) {
      var there = rows(MODEL.target(reference.relation()));
      Object id =
          there.isEmpty()
              ? null
              : there
                  .get(random.nextInt(there.size()))
                  .stored(MODEL.target(reference.relation()).id());
      return id == null ? id(1) : id;
    }
    return value(at.type());
  }

  /// A column of the row, or of one at the end of a short path.
  private At pick(EntityModel<?> entity) {
    EntityModel<?> at = entity;
    Path path = Path.ROOT;
    while (random.nextInt(3) == 0 && !at.references().isEmpty()) {
      var references = at.references();
      Relation step = references.get(random.nextInt(references.size())).relation();
      path = path.then(step);
      at = MODEL.target(step);
    }
    var columns = at.columns();
    return new At(path, columns.get(random.nextInt(columns.size())));
  }
}
