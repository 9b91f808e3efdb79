package dev.ashlar.runtime.access;

import dev.ashlar.model.query.Column;
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
import dev.ashlar.model.query.Expr.OfActor.Fact;
import dev.ashlar.model.query.Expr.Or;
import dev.ashlar.model.query.Expr.Present;
import dev.ashlar.model.query.Expr.Search;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Expr.Values;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.value.TextValues;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.access.AccessImage.EntityRules;
import dev.ashlar.runtime.access.AccessImage.FieldRule;
import dev.ashlar.runtime.access.AccessImage.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads rules back from their JSON, for the records that they are of.
final class AccessReader {
  private final Model model;

  AccessReader(Model model) {
    this.model = model;
  }

  /// @throws IllegalArgumentException saying what is not as it was written
  AccessImage image(JsonTree root) {
    int format = Integer.parseInt(root.text("format"));
    if (format != AccessJson.FORMAT) {
      throw new IllegalArgumentException(
          "its \"format\" is %d, and this version of Ashlar reads %d"
              .formatted(format, AccessJson.FORMAT));
    }
    return new AccessImage(root.list("entities").stream().map(this::entity).toList());
  }

  private EntityRules entity(JsonTree it) {
    String name = it.text("entity");
    EntityModel<?> entity =
        model
            .entity(name)
            .orElseThrow(
                () -> new IllegalArgumentException("the model has no entity \"" + name + '"'));
    return new EntityRules(
        entity,
        it.list("scopes").stream().map(scope -> at(entity, scope.text())).toList(),
        rules(entity, it.list("allows")),
        rules(entity, it.list("denies")),
        rules(entity, it.list("checks")),
        it.list("fields").stream().map(field -> field(entity, field)).toList());
  }

  private List<Rule> rules(EntityModel<?> entity, List<JsonTree> rules) {
    var read = new ArrayList<Rule>();
    for (JsonTree it : rules) {
      var verb = Verb.valueOf(it.text("verb").toUpperCase(Locale.ROOT));
      String action = it.optional("action").orElse("");
      read.add(new Rule(verb, action, condition(entity, it.get("when"))));
    }
    return read;
  }

  private FieldRule field(EntityModel<?> entity, JsonTree it) {
    return new FieldRule(
        column(entity, it.text("column")),
        condition(entity, it.get("read")),
        condition(entity, it.get("write")));
  }

  // ---- conditions ----

  private Condition condition(EntityModel<?> entity, JsonTree it) {
    Optional<Boolean> always = it.bool();
    if (always.isPresent()) {
      return always.get() ? Always.TRUE : Always.FALSE;
    }
    String operator = it.text("op");
    boolean negated = it.flag("negated");
    return switch (operator) {
      case "eq", "ne", "lt", "lte", "gt", "gte" ->
          new Compare(
              Operator.valueOf(operator.toUpperCase(Locale.ROOT)),
              term(entity, it.get("left")),
              term(entity, it.get("right")),
              it.flag("whenNull"));
      case "in" -> new In(term(entity, it.get("value")), term(entity, it.get("many")), negated);
      case "is_null" -> new IsNull(term(entity, it.get("value")), negated);
      case "contains", "starts_with", "ends_with", "contains_any_case" ->
          new Match(
              How.valueOf(operator.toUpperCase(Locale.ROOT)),
              term(entity, it.get("text")),
              term(entity, it.get("part")),
              negated);
      case "search" -> {
        var path = path(entity, it.text("path"));
        yield new Search(path, end(entity, path), term(entity, it.get("words")), negated);
      }
      case "and" -> new And(conditions(entity, it));
      case "or" -> new Or(conditions(entity, it));
      case "any" -> any(entity, it, negated);
      case "present" -> new Present(path(entity, it.text("path")), negated);
      case "can" ->
          new Can(
              it.text("permission"),
              it.listIfAny("scope").stream().map(each -> at(entity, each.text())).toList(),
              negated);
      default -> throw new IllegalArgumentException("\"" + operator + "\" is no condition");
    };
  }

  private List<Condition> conditions(EntityModel<?> entity, JsonTree it) {
    return it.list("of").stream().map(each -> condition(entity, each)).toList();
  }

  private Any any(EntityModel<?> entity, JsonTree it, boolean negated) {
    var path = path(entity, it.text("path"));
    var relation = relation(end(entity, path), it.text("relation"));
    var where = condition(model.target(relation), it.get("where"));
    return new Any(path, relation, where, negated);
  }

  // ---- terms ----

  private Term term(EntityModel<?> entity, JsonTree it) {
    if (it.has("column")) {
      return at(entity, it.text("column"));
    }
    if (it.has("before")) {
      return new Before(column(entity, it.text("before")));
    }
    ValueType type = TypeNames.type(model, it.text("type"));
    if (it.has("value")) {
      return new Value(type, TextValues.read(type, it.text("value")));
    }
    if (it.has("values")) {
      return new Values(
          type,
          it.list("values").stream().map(each -> TextValues.read(type, each.text())).toList());
    }
    return new OfActor(fact(it), type);
  }

  private static Fact fact(JsonTree it) {
    if (it.has("teams")) {
      return new Fact.Teams(it.text("teams"));
    }
    return it.has("attribute") ? new Fact.Named(it.text("attribute")) : id(it.text("actor"));
  }

  private static Fact id(String what) {
    if (!what.equals("id")) {
      throw new IllegalArgumentException("\"" + what + "\" is nothing of an actor");
    }
    return new Fact.Id();
  }

  // ---- names ----

  private At at(EntityModel<?> entity, String name) {
    int last = name.lastIndexOf('.');
    var path = path(entity, last < 0 ? "" : name.substring(0, last));
    return new At(path, column(end(entity, path), name.substring(last + 1)));
  }

  private Path path(EntityModel<?> entity, String steps) {
    Path path = Path.ROOT;
    if (!steps.isEmpty()) {
      for (String step : steps.split("\\.", -1)) {
        path = path.then(relation(end(entity, path), step));
      }
    }
    return path;
  }

  private EntityModel<?> end(EntityModel<?> entity, Path path) {
    return path.root() ? entity : model.target(path.steps().getLast());
  }

  private Relation relation(EntityModel<?> entity, String name) {
    return model
        .relation(entity, name)
        .orElseThrow(
            () -> new IllegalArgumentException("%s has no \"%s\"".formatted(entity.name(), name)));
  }

  private static Column<?, ?> column(EntityModel<?> entity, String name) {
    return entity
        .column(name)
        .orElseThrow(
            () -> new IllegalArgumentException("%s has no \"%s\"".formatted(entity.name(), name)));
  }
}
