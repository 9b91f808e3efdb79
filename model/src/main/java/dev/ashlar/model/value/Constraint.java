package dev.ashlar.model.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// One Jakarta Validation constraint of a component, as data: checked on every surface and, where
/// SQL can, by the table.
public sealed interface Constraint {
  /// `@NotBlank`: at least one character that is not white space.
  record NotBlank() implements Constraint {}

  /// `@Size`, `@NotEmpty`: characters of a text, bytes, or elements of a list.
  record Size(int min, int max) implements Constraint {}

  /// `@Min`, `@DecimalMin`, `@Positive`, `@PositiveOrZero`.
  record AtLeast(BigDecimal bound, boolean inclusive) implements Constraint {}

  /// `@Max`, `@DecimalMax`, `@Negative`, `@NegativeOrZero`.
  record AtMost(BigDecimal bound, boolean inclusive) implements Constraint {}

  /// `@Digits`: the most digits before and after the decimal point.
  record Digits(int integer, int fraction) implements Constraint {}

  /// `@Pattern`: the whole text matches.
  record Matches(Pattern pattern) implements Constraint {}

  /// `@Email`: a mailbox as HTML's input of type email accepts it.
  record Email() implements Constraint {}

  /// `@Past`, `@PastOrPresent`: before the clock's now.
  record Past(boolean orPresent) implements Constraint {}

  /// `@Future`, `@FutureOrPresent`: after the clock's now.
  record Future(boolean orPresent) implements Constraint {}

  /// `@AssertTrue`, `@AssertFalse`.
  record Is(boolean expected) implements Constraint {}
}
