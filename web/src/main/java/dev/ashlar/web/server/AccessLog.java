package dev.ashlar.web.server;

import dev.ashlar.runtime.access.Actor;
import dev.ashlar.web.ProblemException;
import dev.ashlar.web.Query;
import dev.ashlar.web.routing.PathTemplate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Writes one entry per request to the logger `ashlar.access`, without anything secret.
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("ashlar.access");
  private static final long SLOW_NANOS = 1_000_000_000L;
  private static final List<String> SECRETS =
      List.of(
          "token",
          "secret",
          "passw",
          "pwd",
          "key",
          "auth",
          "code",
          "sig",
          "session",
          "jwt",
          "credential",
          "otp",
          "assertion",
          "cookie",
          "state",
          "nonce");

  private final AccessLogging what;

  AccessLog(AccessLogging what) {
    this.what = what;
  }

  boolean wants(int status, long nanos) {
    return switch (what) {
      case OFF -> false;
      case TROUBLE -> status >= 500 || nanos > SLOW_NANOS;
      case ALL -> true;
    };
  }

  void write(ServerExchange exchange, int status, long bytes, long nanos) {
    LOG.atLevel(status >= 500 ? Level.WARN : Level.INFO)
        .addKeyValue("requestId", exchange.requestId())
        .addKeyValue("method", exchange.methodName())
        .addKeyValue("path", path(exchange))
        .addKeyValue("query", query(exchange.queryText()))
        .addKeyValue("route", exchange.template())
        .addKeyValue("status", status)
        .addKeyValue("bytes", bytes)
        .addKeyValue("micros", nanos / 1000)
        .addKeyValue("peer", exchange.peer().hostAddress())
        .addKeyValue("actor", actor(exchange.actor()))
        .log("request");
  }

  /// The key rather than the name, which may be an address.
  private static String actor(Actor actor) {
    return actor.id().map(UUID::toString).orElseGet(actor::name);
  }

  /// The path, or only the template where a parameter of it is a secret.
  private static String path(ServerExchange exchange) {
    PathTemplate template = exchange.templateOrNull();
    boolean secret = template != null && template.names().stream().anyMatch(AccessLog::isSecret);
    return secret ? exchange.template() : exchange.path();
  }

  static String query(String text) {
    if (text.isEmpty()) {
      return "";
    }
    try {
      return Query.parse(text).parameters().stream()
          .map(AccessLog::masked)
          .collect(Collectors.joining("&"));
    } catch (ProblemException e) {
      return "(malformed)";
    }
  }

  private static String masked(Query.Parameter parameter) {
    return parameter.name() + "=" + (isSecret(parameter.name()) ? "***" : parameter.value());
  }

  static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRETS.stream().anyMatch(lower::contains);
  }
}
