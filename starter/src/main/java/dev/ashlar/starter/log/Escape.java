package dev.ashlar.starter.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes what may come from outside so that it can neither begin a line nor steer a terminal:
/// control and format characters and line separators are shown as Java would write them.
final class Escape {
  private Escape() {}

  static String controls(String text) {
    return text.codePoints().anyMatch(Escape::steers) ? escaped(text) : text;
  }

  /// The same of a value, in quotes where it could be taken for several.
  static String value(@Nullable Object value) {
    String text = controls(String.valueOf(value));
    return text.indexOf(' ') < 0 && text.indexOf('"') < 0
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean steers(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            character -> {
              if (steers(character)) {
                append(safe, character);
              } else {
                safe.appendCodePoint(character);
              }
            });
    return safe.toString();
  }

  private static void append(StringBuilder safe, int character) {
    switch (character) {
      case '\n' -> safe.append("\\n");
      case '\r' -> safe.append("\\r");
      case '\t' -> safe.append("\\t");
      default -> {
        for (char unit : Character.toChars(character)) {
          safe.append("\\u%04x".formatted((int) unit));
        }
      }
    }
  }

  /// A failure whose messages are escaped; its frames stay on lines of their own.
  record Failure(IThrowableProxy failure) implements IThrowableProxy {
    private static @Nullable String safe(@Nullable String message) {
      return message == null ? null : controls(message);
    }

    private static @Nullable IThrowableProxy safe(@Nullable IThrowableProxy other) {
      return other == null ? null : new Failure(other);
    }

    @Override
    public @Nullable String getMessage() {
      return safe(failure.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
      return safe(failure.getOverridingMessage());
    }

    @Override
    public String getClassName() {
      return failure.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
      return failure.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
      return failure.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
      return safe(failure.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
      return Arrays.stream(failure.getSuppressed())
          .map(Failure::new)
          .toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
      return failure.isCyclic();
    }
  }
}
