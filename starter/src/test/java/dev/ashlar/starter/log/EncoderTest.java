package dev.ashlar.starter.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

final class EncoderTest {
  private static LoggingEvent event() {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    var event =
        new LoggingEvent(
            EncoderTest.class.getName(),
            context.getLogger("dev.ashlar.Some"),
            Level.WARN,
            "a \"quoted\" {}\nline",
            new IllegalStateException("no"),
            new Object[] {"text"});
    event.setKeyValuePairs(
        List.of(
            new KeyValuePair("status", 503),
            new KeyValuePair("path", "/api"),
            new KeyValuePair("actor", null)));
    return event;
  }

  @Test
  void writesALineForPeople() {
    assertThat(new String(new LineEncoder().encode(event()), StandardCharsets.UTF_8))
        .contains(" WARN Some: a \"quoted\" text\\nline status=503 path=/api actor=null\n")
        .contains("java.lang.IllegalStateException: no\n\tat ");
  }

  /// Everything that ends a line or steers a terminal somewhere: C0, DEL, C1, separators,
  /// directions.
  private static final String HOSTILE =
      "x\r\n10:00:00.000 INFO AccessLog: forged\u0085\u2028\u2029\u000b\f\u001b[2J\u009b1A\0\b\u007f\u202e\ud800";

  private static final String HARMLESS =
      "x\\r\\n10:00:00.000 INFO AccessLog: forged\\u0085\\u2028\\u2029\\u000b\\u000c\\u001b[2J\\u009b1A\\u0000\\u0008\\u007f\\u202e\\ud800";

  /// A failure that does not call itself by its class.
  @SuppressWarnings("OverrideThrowableToString") // Libraries do so, and it is theirs that is shown.
  private static final class Renamed extends IllegalStateException {
    @Serial private static final long serialVersionUID = 1L;

    Renamed(Throwable cause) {
      super(HOSTILE, cause);
    }

    @Override
    public String toString() {
      return HOSTILE;
    }
  }

  private static LoggingEvent hostile(Throwable failure) {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    var event =
        new LoggingEvent(
            EncoderTest.class.getName(),
            context.getLogger(HOSTILE),
            Level.INFO,
            HOSTILE + " {}",
            failure,
            new Object[] {HOSTILE});
    event.setKeyValuePairs(List.of(new KeyValuePair(HOSTILE, HOSTILE)));
    return event;
  }

  @Test
  void letsNothingFromOutsideBeginALine() {
    var inner = new IllegalArgumentException(HOSTILE);
    inner.addSuppressed(new IllegalStateException(HOSTILE));
    var failure = new Renamed(inner);

    var text = new String(new LineEncoder().encode(hostile(failure)), StandardCharsets.UTF_8);

    assertThat(text).contains(HARMLESS + " " + HARMLESS).contains(HARMLESS + "=\"x\\\\r");
    assertThat(text.replace("\n", "").replace("\t", "").codePoints())
        .noneMatch(Character::isISOControl)
        .noneMatch(each -> Character.getType(each) == Character.FORMAT)
        .doesNotContain(0x2028, 0x2029);
    assertThat(text.lines().skip(1))
        .as("what stands below the line")
        .anyMatch(line -> line.startsWith("\tat "))
        .anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalArgumentException: x\\r"))
        .anyMatch(line -> line.startsWith("\tSuppressed: java.lang.IllegalStateException: x\\r"))
        .noneMatch(line -> line.startsWith("10:00"));
  }

  @Test
  void quotesValuesThatCouldBeTakenForSeveral() {
    var event = event();
    event.setKeyValuePairs(
        List.of(new KeyValuePair("path", "/a status=200"), new KeyValuePair("query", "a\"b\\")));

    assertThat(new String(new LineEncoder().encode(event), StandardCharsets.UTF_8))
        .contains(" path=\"/a status=200\" query=\"a\\\"b\\\\\"\n");
  }

  @Test
  void writesOneLineOfJson() {
    var text = new String(new JsonEncoder().encode(event()), StandardCharsets.UTF_8);

    assertThat(text.lines()).hasSize(1);
    assertThat(text)
        .contains("\"level\":\"WARN\",\"logger\":\"dev.ashlar.Some\"")
        .contains("\"message\":\"a \\\"quoted\\\" text\\nline\"")
        .contains("\"status\":503,\"path\":\"/api\",\"actor\":null")
        .contains("\"error\":\"java.lang.IllegalStateException: no");
  }
}
