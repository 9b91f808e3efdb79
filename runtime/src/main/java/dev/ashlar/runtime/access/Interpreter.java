package dev.ashlar.runtime.access;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
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
import dev.ashlar.model.query.Expr.Or;
import dev.ashlar.model.query.Expr.Param;
import dev.ashlar.model.query.Expr.Present;
import dev.ashlar.model.query.Expr.Search;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Expr.Values;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.query.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides conditions on rows in memory: the second back end of expressions, beside SQL.
///
/// It walks references and lists through the rows it is given, takes what an actor can do from the
/// actor herself, and knows nothing of the rewrites that make SQL of the same conditions.
public final class Interpreter {
  private final Model model;
  private final Rows rows;
  private final Actor actor;
  private final Sight sight;
  private final Optional<ChangeSet> before;

  /// Where rows are found.
  public interface Rows {
    /// Every row of an entity, each with all its columns.
    Collection<ChangeSet> all(EntityModel<?> entity);

    /// The row with a key, if there is one.
    default Optional<ChangeSet> row(EntityModel<?> entity, UUID id) {
      return all(entity).stream().filter(row -> id.equals(row.stored(entity.id()))).findFirst();
    }
  }

  /// What may be seen while conditions are decided: hidden columns are null, and hidden rows are
  /// not there.
  public interface Sight {
    /// Sees everything.
    Sight ALL =
        new Sight() {
          @Override
          public boolean row(ChangeSet row) {
            return true;
          }

          @Override
          public boolean column(ChangeSet row, Column<?, ?> column) {
            return true;
          }
        };

    /// Whether a row reached over a relation may be seen.
    boolean row(ChangeSet row);

    /// Whether a column of a row may be seen.
    boolean column(ChangeSet row, Column<?, ?> column);
  }

  /// @param before the row before the write, if there is a write
  public Interpreter(Model model, Rows rows, Actor actor, Sight sight, Optional<ChangeSet> before) {
    this.model = model;
    this.rows = rows;
    this.actor = actor;
    this.sight = sight;
    this.before = before;
  }

  /// Whether a condition holds for a row.
  ///
  /// @param scopes where permissions held in teams count for the row
  public boolean holds(Condition condition, ChangeSet row, List<At> scopes) {
    return switch (condition) {
      case Always(boolean value) -> value;
      case Compare compare -> compare(compare, row);
      case In(var value, var many, boolean negated) -> negated != in(value, many, row);
      case IsNull(var value, boolean negated) -> negated == (value(value, row) != null);
      case Match(var how, var text, var part, boolean negated) ->
          negated != match(how, value(text, row), value(part, row));
      case Search(var path, var entity, var words, boolean negated) ->
          negated
              != walk(row, path)
                  .map(found -> search(found, entity, value(words, row)))
                  .orElse(false);
      case And(var all) -> all.stream().allMatch(each -> holds(each, row, scopes));
      case Or(var any) -> any.stream().anyMatch(each -> holds(each, row, scopes));
      case Any(var path, var relation, var where, boolean negated) ->
          negated
              != walk(row, path).map(found -> any(found, relation, where, scopes)).orElse(false);
      case Present(var path, boolean negated) -> negated != walk(row, path).isPresent();
      case Can(var permission, _, boolean negated) -> negated != can(permission, row, scopes);
    };
  }

  // ---- conditions ----

  private boolean can(String permission, ChangeSet row, List<At> scopes) {
    var asked = new Permission(permission);
    if (actor.holdsEverywhere(asked)) {
      return true;
    }
    var teams = actor.teams(asked);
    return scopes.stream()
        .map(scope -> value(scope, row))
        .anyMatch(team -> team != null && teams.contains(team));
  }

  private boolean compare(Compare compare, ChangeSet row) {
    Object left = value(compare.left(), row);
    Object right = value(compare.right(), row);
    if (left == null || right == null) {
      return compare.whenNull();
    }
    int order = ValueOrder.compare(compare.left().type(), left, right);
    return fits(compare.operator(), order);
  }

  private static boolean fits(Operator operator, int order) {
    return switch (operator) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LTE -> order <= 0;
      case GT -> order > 0;
      case GTE -> order >= 0;
    };
  }

  private boolean in(Term value, Term many, ChangeSet row) {
    Object found = value(value, row);
    return found != null
        && value(many, row) instanceof Collection<?> all
        && all.stream().anyMatch(each -> ValueOrder.compare(value.type(), found, each) == 0);
  }

  private static boolean match(How how, @Nullable Object text, @Nullable Object part) {
    if (!(text instanceof String whole) || !(part instanceof String piece)) {
      return false;
    }
    return switch (how) {
      case CONTAINS -> whole.contains(piece);
      case STARTS_WITH -> whole.startsWith(piece);
      case ENDS_WITH -> whole.endsWith(piece);
      case CONTAINS_ANY_CASE -> ValueOrder.lower(whole).contains(ValueOrder.lower(piece));
    };
  }

  /// Every word begins a word of the searchable columns.
  private boolean search(ChangeSet row, EntityModel<?> entity, @Nullable Object words) {
    if (!(words instanceof String text)) {
      return false;
    }
    var found = new ArrayList<String>();
    for (Column<?, ?> column : entity.searchable()) {
      if (sight.column(row, column) && row.stored(column) instanceof String value) {
        found.addAll(SearchWords.of(value));
      }
    }
    return SearchWords.of(text).stream()
        .allMatch(word -> found.stream().anyMatch(each -> each.startsWith(word)));
  }

  private boolean any(ChangeSet row, Relation relation, Condition where, List<At> scopes) {
    var target = model.target(relation);
    Column<?, ?> reference = model.reference(relation);
    Object id = row.stored(row.entity().id());
    return rows.all(target).stream()
        .filter(each -> id != null && id.equals(each.stored(reference)))
        .filter(sight::row)
        .anyMatch(each -> holds(where, each, scopes));
  }

  // ---- terms ----

  /// The value of a term for a row, in stored form; of many, a collection.
  public @Nullable Object value(Term term, ChangeSet row) {
    return switch (term) {
      case At(var path, var column) ->
          walk(row, path)
              .filter(found -> sight.column(found, column))
              .map(found -> found.stored(column))
              .orElse(null);
      case Value(_, var value) -> value;
      case Values(_, var values) -> values;
      case OfActor(var fact, _) -> actor.fact(fact);
      case Before(var column) -> before.map(was -> was.stored(column)).orElse(null);
      case Param param ->
          throw new IllegalArgumentException(
              "%s is the place of a value; interpret a condition before lifting its values out."
                  .formatted(param));
    };
  }

  private Optional<ChangeSet> walk(ChangeSet start, Path path) {
    Optional<ChangeSet> row = Optional.of(start);
    for (Relation step : path.steps()) {
      row = row.flatMap(from -> follow(from, step));
    }
    return row;
  }

  private Optional<ChangeSet> follow(ChangeSet from, Relation step) {
    Object id = from.stored(model.reference(step));
    return id == null
        ? Optional.empty()
        : rows.row(model.target(step), (UUID) id).filter(sight::row);
  }

  /// Whether a row is not softly deleted.
  public static boolean living(ChangeSet row) {
    return row.entity().inRole(Role.DELETED).map(column -> row.stored(column) == null).orElse(true);
  }
}
