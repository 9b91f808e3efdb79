package dev.ashlar.web.rest;

import dev.ashlar.model.query.Expr;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.In;
import dev.ashlar.model.query.Expr.IsNull;
import dev.ashlar.model.query.Expr.Match;
import dev.ashlar.model.query.Expr.Match.How;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Expr.Values;
import dev.ashlar.model.value.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a filter can ask of a column, by its name on the wire. Of null, all but `isNull` are false.
enum FilterOperator {
  EQ("eq"),
  NE("ne"),
  LT("lt"),
  LTE("lte"),
  GT("gt"),
  GTE("gte"),
  IN("in"),
  NIN("nin"),
  IS_NULL("isNull"),
  CONTAINS("contains"),
  STARTS_WITH("startsWith"),
  ENDS_WITH("endsWith"),
  MATCHES("matches");

  private static final Map<String, FilterOperator> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(FilterOperator::word, Function.identity()));

  private final String word;

  FilterOperator(String word) {
    this.word = word;
  }

  /// The name on the wire.
  String word() {
    return word;
  }

  /// The operator of a name, for columns of a type.
  static Optional<FilterOperator> of(String word, ValueType type) {
    var operator = BY_WORD.get(word);
    return operator != null && operator.takes(type) ? Optional.of(operator) : Optional.empty();
  }

  /// The names of the operators for columns of a type, for messages.
  static String words(ValueType type) {
    return Arrays.stream(values())
        .filter(operator -> operator.takes(type))
        .map(FilterOperator::word)
        .collect(Collectors.joining(", "));
  }

  /// Whether it can be asked of columns of a type.
  boolean takes(ValueType type) {
    return switch (this) {
      case EQ, NE, IN, NIN -> type.comparable();
      case LT, LTE, GT, GTE -> type.ordered();
      case CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES -> type.text();
      case IS_NULL -> true;
    };
  }

  /// The condition with one value in its stored form; of `isNull`, whether.
  Condition one(Expr.At term, Object stored) {
    return switch (this) {
      case EQ -> compare(Operator.EQ, term, stored);
      case NE -> compare(Operator.NE, term, stored);
      case LT -> compare(Operator.LT, term, stored);
      case LTE -> compare(Operator.LTE, term, stored);
      case GT -> compare(Operator.GT, term, stored);
      case GTE -> compare(Operator.GTE, term, stored);
      case CONTAINS -> match(How.CONTAINS, term, stored);
      case STARTS_WITH -> match(How.STARTS_WITH, term, stored);
      case ENDS_WITH -> match(How.ENDS_WITH, term, stored);
      case MATCHES -> match(How.CONTAINS_ANY_CASE, term, stored);
      case IS_NULL -> new IsNull(term, !(Boolean) stored);
      case IN, NIN -> many(term, List.of(stored));
    };
  }

  /// The condition with many values.
  Condition many(Expr.At term, List<Object> stored) {
    var in = new In(term, new Values(term.type(), stored), false);
    return this == NIN ? in.not().and(new IsNull(term, true)) : in;
  }

  private static Condition compare(Operator operator, Expr.At term, Object stored) {
    return new Compare(operator, term, new Value(term.type(), stored), false);
  }

  private static Condition match(How how, Expr.At term, Object stored) {
    return new Match(how, term, new Value(ValueType.STRING, stored), false);
  }
}
