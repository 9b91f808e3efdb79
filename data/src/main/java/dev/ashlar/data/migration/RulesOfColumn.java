package dev.ashlar.data.migration;

import dev.ashlar.model.query.ColumnSpec;
import dev.ashlar.model.value.Constraint;
import dev.ashlar.model.value.ValueType.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which of a column's constraints a database can hold it to.
final class RulesOfColumn {
  private RulesOfColumn() {}

  static List<Rule> of(ColumnSpec spec) {
    var rules = new ArrayList<Rule>();
    if (spec.type().kind() == Kind.ENUM) {
      rules.add(new Rule.OneOf(spec.type().names()));
    }
    for (Constraint constraint : spec.constraints()) {
      rule(spec, constraint).ifPresent(rules::add);
    }
    return rules;
  }

  private static Optional<Rule> rule(ColumnSpec spec, Constraint constraint) {
    return switch (constraint) {
      case Constraint.NotBlank _ -> on(spec.type().kind() == Kind.STRING, new Rule.NotBlank());
      case Constraint.Size(int min, int max) -> on(isSized(spec), new Rule.Size(min, max));
      case Constraint.AtLeast(var bound, boolean inclusive) ->
          on(isNumber(spec), new Rule.Min(bound, inclusive));
      case Constraint.AtMost(var bound, boolean inclusive) ->
          on(isNumber(spec), new Rule.Max(bound, inclusive));
      case Constraint.Digits(int integer, int fraction) ->
          on(isNumber(spec), new Rule.Digits(integer, fraction));
      // Java's patterns, e-mail addresses and the application's clock are not the database's.
      case Constraint.Matches _, Constraint.Email _, Constraint.Past _, Constraint.Future _ ->
          Optional.empty();
      // Only the application tells such a column's meaning.
      case Constraint.Is _ -> Optional.empty();
    };
  }

  private static Optional<Rule> on(boolean expressible, Rule rule) {
    return expressible ? Optional.of(rule) : Optional.empty();
  }

  private static boolean isSized(ColumnSpec spec) {
    return switch (spec.type().kind()) {
      case STRING, BYTES -> true;
      case JSON -> Collection.class.isAssignableFrom(spec.type().javaType());
      case UUID,
          BOOLEAN,
          INT,
          LONG,
          DOUBLE,
          DECIMAL,
          INTEGER,
          ENUM,
          INSTANT,
          DATE,
          TIME,
          DATE_TIME,
          DURATION ->
          false;
    };
  }

  private static boolean isNumber(ColumnSpec spec) {
    return switch (spec.type().kind()) {
      case INT, LONG, DOUBLE, DECIMAL, INTEGER -> true;
      case UUID, STRING, BOOLEAN, ENUM, INSTANT, DATE, TIME, DATE_TIME, DURATION, BYTES, JSON ->
          false;
    };
  }
}
