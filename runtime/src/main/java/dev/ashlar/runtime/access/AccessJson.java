package dev.ashlar.runtime.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.Any;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Before;
import dev.ashlar.model.query.Expr.Can;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.In;
import dev.ashlar.model.query.Expr.IsNull;
import dev.ashlar.model.query.Expr.Match;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.model.query.Expr.Or;
import dev.ashlar.model.query.Expr.Param;
import dev.ashlar.model.query.Expr.Present;
import dev.ashlar.model.query.Expr.Search;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Expr.Values;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.value.JsonValues;
import dev.ashlar.runtime.access.AccessImage.EntityRules;
import dev.ashlar.runtime.access.AccessImage.FieldRule;
import dev.ashlar.runtime.access.AccessImage.Rule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// Writes rules as JSON in which every rule is one line, so that a difference is read as lines.
final class AccessJson {
  static final int FORMAT = 1;
  static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;

  private AccessJson(JsonGenerator out) {
    this.out = out;
  }

  static String write(AccessImage image) {
    String text =
        text(
            generator -> {
              generator.setPrettyPrinter(new Lines());
              new AccessJson(generator).image(image);
            });
    return text + '\n';
  }

  /// A line for each value; what is written raw stays whole.
  private static final class Lines extends DefaultPrettyPrinter {
    private Lines() {
      super(
          Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator(""));
      indentObjectsWith(new DefaultIndenter("  ", "\n"));
      indentArraysWith(new DefaultIndenter("  ", "\n"));
    }
  }

  private interface Writing<T> {
    void write(T value) throws IOException;
  }

  private static String text(Writing<JsonGenerator> writing) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(text)) {
      writing.write(generator);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Rules could not be written to memory.", impossible);
    }
    return text.toString();
  }

  // ---- rules ----

  private void image(AccessImage image) throws IOException {
    out.writeStartObject();
    out.writeNumberField("format", FORMAT);
    list("entities", image.entities(), this::entity);
    out.writeEndObject();
  }

  private void entity(EntityRules rules) throws IOException {
    out.writeStartObject();
    out.writeStringField("entity", rules.entity().plural());
    list("scopes", rules.scopes(), scope -> out.writeString(name(scope)));
    list("allows", rules.allows(), rule -> line(it -> it.rule(rule)));
    list("denies", rules.denies(), rule -> line(it -> it.rule(rule)));
    list("checks", rules.checks(), rule -> line(it -> it.rule(rule)));
    list("fields", rules.fields(), field -> line(it -> it.field(field)));
    out.writeEndObject();
  }

  private <T> void list(String name, List<T> values, Writing<T> writing) throws IOException {
    out.writeArrayFieldStart(name);
    for (T value : values) {
      writing.write(value);
    }
    out.writeEndArray();
  }

  private void line(Writing<AccessJson> writing) throws IOException {
    out.writeRawValue(text(generator -> writing.write(new AccessJson(generator))));
  }

  private void rule(Rule rule) throws IOException {
    out.writeStartObject();
    out.writeStringField("verb", word(rule.verb()));
    if (!rule.action().isEmpty()) {
      out.writeStringField("action", rule.action());
    }
    condition("when", rule.condition());
    out.writeEndObject();
  }

  private void field(FieldRule field) throws IOException {
    out.writeStartObject();
    out.writeStringField("column", field.column().spec().component());
    condition("read", field.read());
    condition("write", field.write());
    out.writeEndObject();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  // ---- conditions ----

  private void condition(String name, Condition condition) throws IOException {
    out.writeFieldName(name);
    condition(condition);
  }

  private void condition(Condition condition) throws IOException {
    switch (condition) {
      case Always(boolean value) -> out.writeBoolean(value);
      case Compare(var operator, var left, var right, boolean whenNull) -> {
        start(word(operator));
        term("left", left);
        term("right", right);
        end("whenNull", whenNull);
      }
      case In(var value, var many, boolean negated) -> {
        start("in");
        term("value", value);
        term("many", many);
        end("negated", negated);
      }
      case IsNull(var value, boolean negated) -> {
        start("is_null");
        term("value", value);
        end("negated", negated);
      }
      case Match(var how, var text, var part, boolean negated) -> {
        start(word(how));
        term("text", text);
        term("part", part);
        end("negated", negated);
      }
      case Search(var path, EntityModel<?> _, var words, boolean negated) -> {
        start("search");
        out.writeStringField("path", path.toString());
        term("words", words);
        end("negated", negated);
      }
      case And(var all) -> several("and", all);
      case Or(var any) -> several("or", any);
      case Any(var path, var relation, var where, boolean negated) -> {
        start("any");
        out.writeStringField("path", path.toString());
        out.writeStringField("relation", relation.name());
        condition("where", where);
        end("negated", negated);
      }
      case Present(var path, boolean negated) -> {
        start("present");
        out.writeStringField("path", path.toString());
        end("negated", negated);
      }
      case Can(var permission, var scope, boolean negated) -> {
        start("can");
        out.writeStringField("permission", permission);
        if (!scope.isEmpty()) {
          list("scope", scope, at -> out.writeString(name(at)));
        }
        end("negated", negated);
      }
    }
  }

  private void several(String operator, List<Condition> conditions) throws IOException {
    start(operator);
    list("of", conditions, this::condition);
    out.writeEndObject();
  }

  private void start(String operator) throws IOException {
    out.writeStartObject();
    out.writeStringField("op", operator);
  }

  private void end(String flag, boolean set) throws IOException {
    if (set) {
      out.writeBooleanField(flag, true);
    }
    out.writeEndObject();
  }

  // ---- terms ----

  private void term(String name, Term term) throws IOException {
    out.writeObjectFieldStart(name);
    switch (term) {
      case At at -> out.writeStringField("column", name(at));
      case Before(var column) -> out.writeStringField("before", column.spec().component());
      case Value(var type, var value) -> {
        out.writeStringField("type", TypeNames.name(type));
        out.writeFieldName("value");
        JsonValues.write(out, type, value);
      }
      case Values(var type, var values) -> {
        out.writeStringField("type", TypeNames.name(type));
        list("values", values, value -> JsonValues.write(out, type, value));
      }
      case OfActor(var fact, var type) -> {
        out.writeStringField("type", TypeNames.name(type));
        fact(fact);
      }
      case Param _ -> throw new IllegalArgumentException("A rule holds its values itself.");
    }
    out.writeEndObject();
  }

  private void fact(OfActor.Fact fact) throws IOException {
    switch (fact) {
      case OfActor.Fact.Id _ -> out.writeStringField("actor", "id");
      case OfActor.Fact.Teams(var permission) -> out.writeStringField("teams", permission);
      case OfActor.Fact.Named(var name) -> out.writeStringField("attribute", name);
    }
  }

  /// A column with the way to it, such as `project.team`.
  private static String name(At at) {
    return prefix(at.path()) + at.column().spec().component();
  }

  private static String prefix(Path path) {
    return path.root() ? "" : path + ".";
  }
}
