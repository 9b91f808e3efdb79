package dev.ashlar.processor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/// Turns Jakarta Validation annotations into expressions that make `Constraint`s.
final class ConstraintReader {
  private static final String JAKARTA = "jakarta.validation.constraints.";

  private static final Set<String> TEXT = Set.of("NotBlank", "Pattern", "Email");
  private static final Set<String> SIZED = Set.of("Size", "NotEmpty");
  private static final Set<String> NUMERIC =
      Set.of(
          "Min",
          "Max",
          "DecimalMin",
          "DecimalMax",
          "Digits",
          "Positive",
          "PositiveOrZero",
          "Negative",
          "NegativeOrZero");
  private static final Set<String> TEMPORAL =
      Set.of("Past", "PastOrPresent", "Future", "FutureOrPresent");
  private static final Set<String> TRUTH = Set.of("AssertTrue", "AssertFalse");

  private static final Set<String> NUMBERS =
      Set.of("BYTE", "SHORT", "INT", "LONG", "FLOAT", "DOUBLE", "DECIMAL", "INTEGER");
  private static final Set<String> TIMES = Set.of("INSTANT", "DATE", "DATE_TIME");

  private final Problems problems;

  ConstraintReader(Problems problems) {
    this.problems = problems;
  }

  /// The constraints of a component; faults are reported on `where`.
  List<String> read(Element where, VariableElement field, ColumnType type, boolean nullable) {
    var all = new ArrayList<String>();
    field.getAnnotationMirrors().stream()
        .flatMap(ConstraintReader::unwrap)
        .forEach(mirror -> constraint(where, mirror, type, nullable).ifPresent(all::add));
    return all;
  }

  /// Refuses the constraints of a nested record's component, which nobody would check.
  static void refuse(Problems problems, TypeElement record, RecordComponentElement component) {
    Mirrors.field(record, component).getAnnotationMirrors().stream()
        .filter(mirror -> isConstraint(mirror) || Mirrors.name(mirror).startsWith(JAKARTA))
        .forEach(
            mirror ->
                problems.at(
                    component,
                    "@%s on %s is inside the nested record %s, where constraints are not supported"
                        + " yet. Check it in the record's constructor.",
                    mirror.getAnnotationType().asElement().getSimpleName(),
                    component.getSimpleName(),
                    record.getSimpleName()));
  }

  /// `@Pattern.List` holds several of one annotation.
  private static Stream<AnnotationMirror> unwrap(AnnotationMirror mirror) {
    String name = Mirrors.name(mirror);
    return name.startsWith(JAKARTA) && name.endsWith(".List")
        ? Mirrors.values(mirror, "value").stream().map(AnnotationMirror.class::cast)
        : Stream.of(mirror);
  }

  private Optional<String> constraint(
      Element where, AnnotationMirror mirror, ColumnType type, boolean nullable) {
    String qualified = Mirrors.name(mirror);
    if (!qualified.startsWith(JAKARTA)) {
      if (isConstraint(mirror)) {
        problems.at(
            where,
            "@%s on %s is a constraint of your own, which is not supported yet. Use the constraints"
                + " of jakarta.validation.constraints, or check it in a hook.",
            mirror.getAnnotationType().asElement().getSimpleName(),
            where.getSimpleName());
      }
      return Optional.empty();
    }
    String name = qualified.substring(JAKARTA.length());
    return fits(where, name, type) && bare(where, name, mirror)
        ? expression(where, name, mirror, nullable)
        : Optional.empty();
  }

  private static boolean isConstraint(AnnotationMirror mirror) {
    return Mirrors.has(mirror.getAnnotationType().asElement(), "jakarta.validation.Constraint");
  }

  private boolean fits(Element where, String name, ColumnType type) {
    String wanted = wanted(name, type);
    if (!wanted.isEmpty()) {
      problems.at(
          where,
          "@%s on %s is for %s, but %s is %s. Remove it, or change the type.",
          name,
          where.getSimpleName(),
          wanted,
          where.getSimpleName(),
          described(type));
    }
    return wanted.isEmpty();
  }

  /// What the annotation is for, when the type is something else.
  private static String wanted(String name, ColumnType type) {
    String constant = type instanceof ColumnType.Scalar scalar ? scalar.constant() : "";
    if (TEXT.contains(name) && !constant.equals("STRING")) {
      return "text";
    }
    if (SIZED.contains(name) && !sized(type, constant)) {
      return "text, bytes and lists";
    }
    if (NUMERIC.contains(name) && !NUMBERS.contains(constant)) {
      return "numbers";
    }
    if (TEMPORAL.contains(name) && !TIMES.contains(constant)) {
      return "Instant, LocalDate and LocalDateTime";
    }
    return TRUTH.contains(name) && !constant.equals("BOOLEAN") ? "boolean" : "";
  }

  private static boolean sized(ColumnType type, String constant) {
    return constant.equals("STRING")
        || constant.equals("BYTES")
        || (type instanceof ColumnType.Json json && json.erased().equals("«List»"));
  }

  private static String described(ColumnType type) {
    return switch (type) {
      case ColumnType.Scalar scalar -> Code.plain(scalar.java());
      case ColumnType.Enumeration constants -> "the enum " + Code.plain(constants.java());
      case ColumnType.Reference reference -> "Ref<" + reference.target().simple() + ">";
      case ColumnType.Json json -> Code.plain(json.java());
    };
  }

  private boolean bare(Element where, String name, AnnotationMirror mirror) {
    for (String element : List.of("message", "groups", "payload")) {
      if (Mirrors.value(mirror, element).isPresent()) {
        problems.at(
            where,
            "@%s on %s sets \"%s\", which is not supported: messages say what was found and expected"
                + " by themselves, and every surface checks every constraint. Remove it.",
            name,
            where.getSimpleName(),
            element);
        return false;
      }
    }
    return true;
  }

  private Optional<String> expression(
      Element where, String name, AnnotationMirror mirror, boolean nullable) {
    Map<String, Object> set = Mirrors.written(mirror);
    return switch (name) {
      case "NotNull" -> {
        if (nullable) {
          problems.at(
              where, "%s is both @NotNull and @Nullable. Keep one of them.", where.getSimpleName());
        }
        yield Optional.empty();
      }
      case "NotBlank" -> made("NotBlank()");
      case "NotEmpty" -> made("Size(1, Integer.MAX_VALUE)");
      case "Size" -> size(where, set);
      case "Min" -> bound("AtLeast", set, "L");
      case "Max" -> bound("AtMost", set, "L");
      case "DecimalMin" -> decimal(where, "AtLeast", set);
      case "DecimalMax" -> decimal(where, "AtMost", set);
      case "Positive" -> made("AtLeast(«BigDecimal».ZERO, false)");
      case "PositiveOrZero" -> made("AtLeast(«BigDecimal».ZERO, true)");
      case "Negative" -> made("AtMost(«BigDecimal».ZERO, false)");
      case "NegativeOrZero" -> made("AtMost(«BigDecimal».ZERO, true)");
      case "Digits" -> made("Digits(%s, %s)".formatted(set.get("integer"), set.get("fraction")));
      case "Pattern" -> pattern(where, set);
      case "Email" -> email(where, set);
      case "Past" -> made("Past(false)");
      case "PastOrPresent" -> made("Past(true)");
      case "Future" -> made("Future(false)");
      case "FutureOrPresent" -> made("Future(true)");
      case "AssertTrue" -> made("Is(true)");
      case "AssertFalse" -> made("Is(false)");
      default -> {
        problems.at(
            where,
            "@%s on %s is not supported. Use one of %s, %s, %s, %s, %s or NotNull.",
            name,
            where.getSimpleName(),
            sorted(TEXT),
            sorted(SIZED),
            sorted(NUMERIC),
            sorted(TEMPORAL),
            sorted(TRUTH));
        yield Optional.empty();
      }
    };
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static Optional<String> made(String call) {
    return Optional.of("new «Constraint$" + call.replaceFirst("\\(", "»("));
  }

  private Optional<String> size(Element where, Map<String, Object> set) {
    int min = (int) set.getOrDefault("min", 0);
    int max = (int) set.getOrDefault("max", Integer.MAX_VALUE);
    if (min < 0 || max < min) {
      problems.at(
          where,
          "@Size on %s goes from %d to %d, which nothing satisfies. Write 0 <= min <= max.",
          where.getSimpleName(),
          min,
          max);
      return Optional.empty();
    }
    return made(
        "Size(%d, %s)".formatted(min, max == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : max));
  }

  private static Optional<String> bound(String kind, Map<String, Object> set, String suffix) {
    return made("%s(«BigDecimal».valueOf(%s%s), true)".formatted(kind, set.get("value"), suffix));
  }

  private Optional<String> decimal(Element where, String kind, Map<String, Object> set) {
    String text = String.valueOf(set.get("value"));
    boolean inclusive = (boolean) set.getOrDefault("inclusive", true);
    try {
      var bound = new BigDecimal(text);
      return made("%s(new «BigDecimal»(\"%s\"), %s)".formatted(kind, bound, inclusive));
    } catch (NumberFormatException notANumber) {
      problems.at(
          where,
          "The bound %s on %s is not a number. Write one such as \"0.5\".",
          Code.literal(text),
          where.getSimpleName());
      return Optional.empty();
    }
  }

  private Optional<String> pattern(Element where, Map<String, Object> set) {
    String regex = String.valueOf(set.get("regexp"));
    int flags = flags(set.get("flags"));
    try {
      Pattern.compile(regex, flags);
    } catch (PatternSyntaxException wrong) {
      problems.at(
          where,
          "The pattern %s on %s is not a regular expression: %s near index %d. Mend it.",
          Code.literal(regex),
          where.getSimpleName(),
          wrong.getDescription(),
          wrong.getIndex());
      return Optional.empty();
    }
    String arguments = flags == 0 ? Code.literal(regex) : Code.literal(regex) + ", " + flags;
    return made("Matches(«java.util.regex.Pattern».compile(%s))".formatted(arguments));
  }

  private static int flags(@Nullable Object written) {
    int flags = 0;
    if (written instanceof List<?> all) {
      for (Object value : all) {
        String constant = String.valueOf(((AnnotationValue) value).getValue());
        flags |=
            jakarta.validation.constraints.Pattern.Flag.valueOf(
                    constant.substring(constant.lastIndexOf('.') + 1))
                .getValue();
      }
    }
    return flags;
  }

  private Optional<String> email(Element where, Map<String, Object> set) {
    if (set.containsKey("regexp") || set.containsKey("flags")) {
      problems.at(
          where,
          "@Email on %s has a pattern of its own. Write @Email, and @Pattern beside it.",
          where.getSimpleName());
      return Optional.empty();
    }
    return made("Email()");
  }
}
