package dev.ashlar.data.sqlite;

import java.math.BigDecimal;
import org.sqlite.Collation;

/// Compares decimals and integers, which are stored as text, by number: `9 < 10`, `1.0 = 1.00`.
final class DecimalCollation extends Collation {
  static final String NAME = "ASHLAR_DECIMAL";

  @Override
  protected int xCompare(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    try {
      return new BigDecimal(left).compareTo(new BigDecimal(right));
    } catch (NumberFormatException _) {
      // Text of another hand in the column: any order will do, but an exception must not cross C.
      return left.compareTo(right);
    }
  }
}
