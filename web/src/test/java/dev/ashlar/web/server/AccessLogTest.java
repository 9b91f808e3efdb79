package dev.ashlar.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.ashlar.web.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/// What the logs say, and what they never say.
@ResourceLock("logback")
final class AccessLogTest {
  private final BlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          events.add(event);
        }
      };
  private final List<Logger> loggers =
      List.of(
          (Logger) LoggerFactory.getLogger("ashlar.access"),
          (Logger) LoggerFactory.getLogger(Dispatcher.class));

  @BeforeEach
  void listen() {
    appender.start();
    loggers.forEach(
        logger -> {
          logger.setLevel(Level.INFO);
          logger.setAdditive(false);
          logger.addAppender(appender);
        });
  }

  @AfterEach
  void stopListening() {
    loggers.forEach(
        logger -> {
          logger.detachAppender(appender);
          logger.setAdditive(true);
          logger.setLevel(null);
        });
  }

  /// The next entry of this test's own requests; other tests' servers may log beside it.
  private Map<String, String> next(String requestId, String message) throws Exception {
    ILoggingEvent event = events.poll(10, TimeUnit.SECONDS);
    while (event != null) {
      Map<String, String> pairs = pairs(event);
      if (requestId.equals(pairs.get("requestId")) && event.getMessage().equals(message)) {
        return pairs;
      }
      event = events.poll(10, TimeUnit.SECONDS);
    }
    throw new AssertionError("No entry \"" + message + "\" came for " + requestId);
  }

  private static Map<String, String> pairs(ILoggingEvent event) {
    return event.getKeyValuePairs() == null
        ? Map.of()
        : event.getKeyValuePairs().stream()
            .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
  }

  private static TestServer server(AccessLogging what) {
    return TestServer.of(
        TestServer.CONFIG.withAccessLog(what),
        builder ->
            builder.routes(
                List.of(
                    Route.get("/things/{id}", x -> x.respond(200)).open(),
                    Route.get("/reset/{token}", x -> x.respond(200)).open(),
                    Route.get(
                            "/fails",
                            x -> {
                              throw new UnsupportedOperationException("boom");
                            })
                        .open())));
  }

  @Test
  void everyRequestIsWrittenWithoutItsSecrets() throws Exception {
    try (TestServer server = server(AccessLogging.ALL);
        Wire wire = server.connect()) {
      wire.request(
          "GET",
          "/things/7?a=b&access_token=hidden&Password=hidden&code=hidden",
          List.of("X-Request-Id: log-1", "Authorization: Bearer hidden", "Cookie: s=hidden"),
          "");
      wire.read();
      Map<String, String> entry = next("log-1", "request");

      assertThat(entry)
          .containsEntry("method", "GET")
          .containsEntry("path", "/things/7")
          .containsEntry("route", "/things/{id}")
          .containsEntry("query", "a=b&access_token=***&Password=***&code=***")
          .containsEntry("status", "200")
          .containsEntry("actor", "anonymous")
          .containsEntry("peer", "127.0.0.1");
      assertThat(entry.toString()).doesNotContain("hidden");
    }
  }

  @Test
  void aSecretInThePathIsNotWritten() throws Exception {
    try (TestServer server = server(AccessLogging.ALL);
        Wire wire = server.connect()) {
      wire.request("GET", "/reset/hidden", List.of("X-Request-Id: log-2"), "").read();

      assertThat(next("log-2", "request")).containsEntry("path", "/reset/{token}");
    }
  }

  @Test
  void anUnexpectedFailureIsWrittenOnceWithItsStack() throws Exception {
    try (TestServer server = server(AccessLogging.TROUBLE);
        Wire wire = server.connect()) {
      wire.request("GET", "/things/1", List.of("X-Request-Id: log-3"), "").read();
      wire.request("GET", "/fails", List.of("X-Request-Id: log-4"), "").read();

      assertThat(next("log-4", "A request failed unexpectedly")).containsEntry("route", "/fails");
      assertThat(next("log-4", "request")).containsEntry("status", "500");
      assertThat(events).noneMatch(event -> "log-3".equals(pairs(event).get("requestId")));
    }
  }
}
