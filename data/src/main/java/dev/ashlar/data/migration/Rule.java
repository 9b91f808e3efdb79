package dev.ashlar.data.migration;

import java.math.BigDecimal;
import java.util.List;

/// What a CHECK constraint holds a column to. Never stricter than the validation it comes from, so
/// that the database refuses nothing that was found valid.
public sealed interface Rule {
  /// At least one character that is not white space.
  record NotBlank() implements Rule {}

  /// How many characters, bytes or elements.
  record Size(int min, int max) implements Rule {}

  /// A lower bound.
  record Min(BigDecimal bound, boolean inclusive) implements Rule {}

  /// An upper bound.
  record Max(BigDecimal bound, boolean inclusive) implements Rule {}

  /// The most digits before and after the decimal point.
  record Digits(int integer, int fraction) implements Rule {}

  /// One of some names, in the order of their enum.
  record OneOf(List<String> names) implements Rule {
    public OneOf {
      names = List.copyOf(names);
    }
  }

  /// The rule's word in names and files.
  default String word() {
    return switch (this) {
      case NotBlank _ -> "not_blank";
      case Size _ -> "size";
      case Min _ -> "min";
      case Max _ -> "max";
      case Digits _ -> "digits";
      case OneOf _ -> "one_of";
    };
  }

  /// Whether every value that another rule allows is allowed by this one too.
  default boolean allowsAllOf(Rule other) {
    return switch (this) {
      case NotBlank _ -> other instanceof NotBlank;
      case Size(int min, int max) ->
          other instanceof Size size && min <= size.min() && max >= size.max();
      case Min(var bound, boolean inclusive) ->
          other instanceof Min min && reaches(min.bound().compareTo(bound), inclusive, min);
      case Max(var bound, boolean inclusive) ->
          other instanceof Max max && reaches(bound.compareTo(max.bound()), inclusive, max);
      case Digits(int integer, int fraction) ->
          other instanceof Digits digits
              && integer >= digits.integer()
              && fraction >= digits.fraction();
      case OneOf(var names) -> other instanceof OneOf one && names.containsAll(one.names());
    };
  }

  private static boolean reaches(int further, boolean inclusive, Rule other) {
    boolean otherInclusive =
        switch (other) {
          case Min min -> min.inclusive();
          case Max max -> max.inclusive();
          case NotBlank _, Size _, Digits _, OneOf _ -> false;
        };
    return further > 0 || (further == 0 && (inclusive || !otherInclusive));
  }
}
