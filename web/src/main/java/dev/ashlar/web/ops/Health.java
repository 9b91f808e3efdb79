package dev.ashlar.web.ops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.MediaType;
import dev.ashlar.web.Route;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers whether the process lives and whether it can take requests.
///
/// Both are open to everybody and say nothing but names: why a check failed is in the log. Checks
/// run at most once a second, however often they are asked for.
public final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final JsonFactory JSON = new JsonFactory();
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long PATIENCE_MILLIS = 2_000;

  private record Finding(String name, boolean up) {}

  private record Report(long nanos, Future<List<Finding>> findings) {}

  private final List<ReadinessCheck> checks;
  private volatile boolean closing;
  private volatile @Nullable Report last;

  public Health(List<? extends ReadinessCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  /// Makes readiness fail from now on: the server is shutting down.
  public void closing() {
    closing = true;
  }

  /// `GET /health/live` and `GET /health/ready`.
  public List<Route> routes() {
    return List.of(
        Route.get("/health/live", this::live).open(),
        Route.get("/health/ready", this::ready).open());
  }

  private Future<Void> live(Exchange exchange) {
    return exchange.respond(200, MediaType.JSON, json("up", List.of()));
  }

  private Future<Void> ready(Exchange exchange) {
    if (closing) {
      return exchange.respond(503, MediaType.JSON, json("closing", List.of()));
    }
    return findings()
        .compose(
            found -> {
              boolean up = found.stream().allMatch(Finding::up);
              return exchange.respond(
                  up ? 200 : 503, MediaType.JSON, json(up ? "up" : "down", found));
            });
  }

  /// Two requests at once may both find the report stale and ask twice; that does no harm.
  private Future<List<Finding>> findings() {
    Report known = last;
    long now = System.nanoTime();
    if (known == null || now - known.nanos > FRESH_NANOS) {
      known = new Report(now, look());
      last = known;
    }
    return known.findings;
  }

  private Future<List<Finding>> look() {
    return Future.all(checks.stream().map(Health::find).toList()).map(all -> all.<Finding>list());
  }

  private static Future<Finding> find(ReadinessCheck check) {
    return begin(check)
        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .transform(
            (nothing, failure) -> {
              if (failure != null) {
                LOG.atWarn()
                    .addKeyValue("check", check.name())
                    .setCause(failure)
                    .log("A readiness check failed");
              }
              return Future.succeededFuture(new Finding(check.name(), failure == null));
            });
  }

  private static Future<Void> begin(ReadinessCheck check) {
    try {
      return check.check();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private static Buffer json(String status, List<Finding> findings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("status", status);
      if (!findings.isEmpty()) {
        json.writeObjectFieldStart("checks");
        for (Finding finding : findings) {
          json.writeStringField(finding.name, finding.up ? "up" : "down");
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toByteArray());
  }
}
