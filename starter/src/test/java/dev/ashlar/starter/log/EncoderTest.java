package dev.ashlar.starter.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
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
        .contains(" WARN Some: a \"quoted\" text\nline status=503 path=/api actor=null\n")
        .contains("java.lang.IllegalStateException: no");
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
