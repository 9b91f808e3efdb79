package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Constraints that do not fit what they are put on.
final class RejectedConstraintsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          @Min(1) String it | @Min on it is for numbers, but it is String. Remove it, or change the type.
          @Digits(integer = 3, fraction = 2) boolean it | @Digits on it is for numbers, but it is boolean. Remove it, or change the type.
          @Size(max = 3) int it | @Size on it is for text, bytes and lists, but it is int. Remove it, or change the type.
          @NotEmpty Plain it | @NotEmpty on it is for text, bytes and lists, but it is Plain. Remove it, or change the type.
          @NotBlank List<String> it | @NotBlank on it is for text, but it is List<String>. Remove it, or change the type.
          @Email UUID it | @Email on it is for text, but it is UUID. Remove it, or change the type.
          @Past LocalTime it | @Past on it is for Instant, LocalDate and LocalDateTime, but it is LocalTime. Remove it, or change the type.
          @AssertTrue String it | @AssertTrue on it is for boolean, but it is String. Remove it, or change the type.
          @Positive Ref<Task> it | @Positive on it is for numbers, but it is Ref<Task>. Remove it, or change the type.
          @Size(min = 5, max = 3) String it | @Size on it goes from 5 to 3, which nothing satisfies. Write 0 <= min <= max.
          @Pattern(regexp = "[") String it | The pattern "[" on it is not a regular expression: Unclosed character class near index 0. Mend it.
          @DecimalMin("much") int it | The bound "much" on it is not a number. Write one such as "0.5".
          @Null String it | @Null on it is not supported. Use one of Email, NotBlank, Pattern, NotEmpty, Size, DecimalMax, DecimalMin, Digits, Max, Min, Negative, NegativeOrZero, Positive, PositiveOrZero, Future, FutureOrPresent, Past, PastOrPresent, AssertFalse, AssertTrue or NotNull.
          @Email(regexp = ".*@example.com") String it | @Email on it has a pattern of its own. Write @Email, and @Pattern beside it.
          @Min(value = 1, message = "no") int it | @Min on it sets "message", which is not supported: messages say what was found and expected by themselves, and every surface checks every constraint. Remove it.
          @Min(value = 1, groups = Task.class) int it | @Min on it sets "groups", which is not supported: messages say what was found and expected by themselves, and every surface checks every constraint. Remove it.
          """)
  void constraintIsRejected(String component, String message) {
    var compilation = Compilation.of(task(component), "package p;\npublic record Plain(int x) {}");

    assertThat(compilation.errors()).containsExactly("Task.java:8: " + message);
  }

  @Test
  void ownConstraintIsRejected() {
    var compilation =
        Compilation.of(
            task("@Even int it"),
            """
            package p;
            import java.lang.annotation.*;
            @jakarta.validation.Constraint(validatedBy = {})
            @Target({ElementType.FIELD, ElementType.PARAMETER})
            @Retention(RetentionPolicy.RUNTIME)
            public @interface Even {
              String message() default "";
              Class<?>[] groups() default {};
              Class<? extends jakarta.validation.Payload>[] payload() default {};
            }
            """);

    assertThat(compilation.errors())
        .containsExactly(
            "Task.java:8: @Even on it is a constraint of your own, which is not supported yet. Use"
                + " the constraints of jakarta.validation.constraints, or check it in a hook.");
  }

  @Test
  void constraintInsideNestedRecordIsRejected() {
    var compilation =
        Compilation.of(
            task("Address address"),
            """
            package p;
            import jakarta.validation.constraints.*;
            public record Address(
                @NotBlank String street) {}
            """);

    assertThat(compilation.errors())
        .containsExactly(
            "Address.java:4: @NotBlank on street is inside the nested record Address, where"
                + " constraints are not supported yet. Check it in the record's constructor.");
  }

  private static String task(String component) {
    return """
        package p;
        import dev.ashlar.model.*;
        import jakarta.validation.constraints.*;
        import java.time.*;
        import java.util.*;
        @Entity
        public record Task(@Id UUID id,
            %s) {}
        """
        .formatted(component);
  }
}
