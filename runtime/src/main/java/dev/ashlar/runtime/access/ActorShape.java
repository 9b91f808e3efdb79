package dev.ashlar.runtime.access;

import dev.ashlar.data.Database.Viewer;
import dev.ashlar.data.sql.Guard;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Or;
import dev.ashlar.runtime.access.AccessImage.EntityRules;
import dev.ashlar.runtime.access.AccessImage.FieldRule;
import dev.ashlar.runtime.access.AccessImage.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The rules resolved for all actors who hold the same of the permissions that the rules name, each
/// everywhere, in teams, or not at all, and the same of them in the same teams as each other. Plans
/// are made for a shape; an actor's key and teams are bound when they run.
public final class ActorShape {
  private final Access access;
  private final ResolveActor resolve;
  private final Viewer viewer;
  private final Viewer rowsOnly;
  private final Viewer columnsOnly;
  private final Map<Asked, Condition> rows = new ConcurrentHashMap<>();
  private final Map<Asked, Condition> checks = new ConcurrentHashMap<>();
  private final Map<OfColumn, Condition> columns = new ConcurrentHashMap<>();

  private record Asked(Class<?> entity, Verb verb, String action) {}

  private record OfColumn(Column<?, ?> column, Sight sight) {}

  /// What is asked of a column, and which row it is asked of.
  private enum Sight {
    /// Reads a row.
    READ,
    /// Reads the row after a write.
    READ_AFTER,
    /// Writes to a row, asked of it as it is before.
    WRITE,
    /// Writes to a new row.
    WRITE_NEW;

    /// Whether the row asked of is the one that rules call the row before the write.
    private boolean isBefore() {
      return switch (this) {
        case READ, WRITE -> true;
        case READ_AFTER, WRITE_NEW -> false;
      };
    }
  }

  ActorShape(Access access, ResolveActor.Held held) {
    this.access = access;
    this.resolve = new ResolveActor(held);
    this.viewer = new Viewer(this, new RuleGuard(true, this::readable));
    this.rowsOnly = new Viewer(List.of(this, "rows"), new RuleGuard(true, _ -> Always.TRUE));
    this.columnsOnly =
        new Viewer(List.of(this, "columns"), new RuleGuard(false, this::readableAfter));
  }

  /// The version of the rules that the shape is of.
  public Access access() {
    return access;
  }

  /// Sees the rows that may be read, and of them the columns that may.
  public Viewer viewer() {
    return viewer;
  }

  /// Sees every column of the rows that may be read: for what is decided on a row, never for what
  /// is shown.
  public Viewer rowsOnly() {
    return rowsOnly;
  }

  /// Sees, of every row, the columns that may be read: for the state after a write, whose row is
  /// tested beside.
  public Viewer columnsOnly() {
    return columnsOnly;
  }

  /// Where something may be done, judged on the row before it is done; of a creation, on the new
  /// row.
  public Condition allowed(EntityModel<?> entity, Verb verb, String action) {
    // A name that no rule mentions is answered by the rules for all actions. It may be any text
    // that
    // a client made up, so it is no key of what is kept.
    String mentioned = access.mentions(entity, action) ? action : "";
    return rows.computeIfAbsent(
        new Asked(entity.type(), verb, mentioned), _ -> allow(entity, verb, mentioned));
  }

  /// Where something may be done, of verbs that are not named actions.
  public Condition allowed(EntityModel<?> entity, Verb verb) {
    return allowed(entity, verb, "");
  }

  /// What the row after a write must fulfil.
  public Condition checked(EntityModel<?> entity, Verb verb) {
    return checks.computeIfAbsent(
        new Asked(entity.type(), verb, ""),
        _ ->
            access
                .rules(entity)
                .map(rules -> And.of(conditions(rules, rules.checks(), verb, "", false)))
                .orElse(Always.FALSE));
  }

  /// Where a column may be read, of the rows that may. Nothing is written: what rules call the row
  /// before the write is the row.
  public Condition readable(Column<?, ?> column) {
    return column(column, Sight.READ);
  }

  /// Where a column may be read, of the rows after a write that may; the row before it is bound,
  /// and a new row has none.
  public Condition readableAfter(Column<?, ?> column) {
    return column(column, Sight.READ_AFTER);
  }

  /// Where a column may be written, of the rows that may, judged on the row before the write: where
  /// it may be read and written, since nobody is to overwrite what she cannot see.
  public Condition writable(Column<?, ?> column) {
    return column(column, Sight.WRITE);
  }

  /// Where a column of a new row may be given a value: where the new row lets it be read and
  /// written.
  public Condition writableNew(Column<?, ?> column) {
    return column(column, Sight.WRITE_NEW);
  }

  private Condition column(Column<?, ?> column, Sight sight) {
    Optional<FieldRule> rule = access.field(column);
    return rule.isEmpty()
        ? Always.TRUE
        : columns.computeIfAbsent(new OfColumn(column, sight), _ -> column(rule.get(), sight));
  }

  private Condition column(FieldRule rule, Sight sight) {
    Condition read = resolved(rule, rule.read());
    Condition condition =
        switch (sight) {
          case READ, READ_AFTER -> read;
          case WRITE, WRITE_NEW -> read.and(resolved(rule, rule.write()));
        };
    return sight.isBefore() ? new BeforeIsRow().condition(condition) : condition;
  }

  private Condition resolved(FieldRule rule, Condition condition) {
    var scopes = access.rules(rule.column().entity()).orElseThrow().scopes();
    return resolve.in(scopes).condition(condition);
  }

  private Condition allow(EntityModel<?> entity, Verb verb, String action) {
    return access.rules(entity).map(rules -> allow(rules, verb, action)).orElse(Always.FALSE);
  }

  private Condition allow(EntityRules rules, Verb verb, String action) {
    boolean before = verb != Verb.CREATE;
    Condition allowed = Or.of(conditions(rules, rules.allows(), verb, action, before));
    Condition denied = Or.of(conditions(rules, rules.denies(), verb, action, before));
    return allowed.and(denied.not());
  }

  private List<Condition> conditions(
      EntityRules rules, List<Rule> all, Verb verb, String action, boolean judgesBefore) {
    var found = new ArrayList<Condition>();
    for (Rule rule : all) {
      if (rule.about(verb, action)) {
        Condition resolved = resolve.in(rules.scopes()).condition(rule.condition());
        found.add(judgesBefore ? new BeforeIsRow().condition(resolved) : resolved);
      }
    }
    return found;
  }

  private final class RuleGuard implements Guard {
    private final boolean guardsRows;
    private final Function<Column<?, ?>, Condition> columns;

    RuleGuard(boolean guardsRows, Function<Column<?, ?>, Condition> columns) {
      this.guardsRows = guardsRows;
      this.columns = columns;
    }

    @Override
    public Condition rows(EntityModel<?> entity) {
      return guardsRows ? Guard.living(entity).and(allowed(entity, Verb.READ)) : Always.TRUE;
    }

    @Override
    public Condition column(Column<?, ?> column) {
      return columns.apply(column);
    }
  }
}
