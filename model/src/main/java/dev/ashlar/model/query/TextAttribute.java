package dev.ashlar.model.query;

import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Match;
import dev.ashlar.model.query.Expr.Match.How;
import dev.ashlar.model.value.ValueType;

/// A text that a row has.
public interface TextAttribute extends Attribute<String> {
  /// Contains the text, case and all.
  default Condition contains(String text) {
    return match(How.CONTAINS, text);
  }

  /// Starts with the text, case and all.
  default Condition startsWith(String text) {
    return match(How.STARTS_WITH, text);
  }

  /// Ends with the text, case and all.
  default Condition endsWith(String text) {
    return match(How.ENDS_WITH, text);
  }

  /// Contains the text, whichever the case of the letters A to Z.
  default Condition matches(String text) {
    return match(How.CONTAINS_ANY_CASE, text);
  }

  private Condition match(How how, String text) {
    return new Match(how, term(), new Expr.Value(ValueType.STRING, text), false);
  }
}
