package dev.ashlar.starter;

import dev.ashlar.runtime.config.Section;
import dev.ashlar.runtime.config.SettingsType;
import dev.ashlar.web.server.AccessLogging;
import dev.ashlar.web.server.Cors;
import dev.ashlar.web.server.Limits;
import dev.ashlar.web.server.ServerConfig;
import dev.ashlar.web.server.Timeouts;
import dev.ashlar.web.server.Tls;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How the server serves.
///
/// @param config everything but the address
/// @param openMetrics whether everybody may read `/metrics`; by default those on this machine
public record HttpSettings(ServerConfig config, Optional<Boolean> openMetrics) {
  /// Reads `ashlar.http.*`.
  public static final SettingsType<HttpSettings> TYPE =
      new SettingsType<>(HttpSettings.class, "ashlar.http", HttpSettings::read);

  private static HttpSettings read(Section in) {
    var config =
        ServerConfig.DEFAULT
            .withEventLoops(in.integer("event-loops", 0, 1_000).orElse(0))
            .withLimits(limits(in))
            .withTimeouts(timeouts(in))
            .withAccessLog(
                in.choice("access-log", AccessLogging.class).orElse(AccessLogging.TROUBLE));
    List<String> origins = in.texts("cors-origins").orElse(List.of());
    if (!origins.isEmpty()) {
      config = config.withCors(Cors.of(origins.toArray(String[]::new)));
    }
    Optional<Path> certificate = in.path("tls-certificate").optional();
    Optional<Path> key = in.path("tls-key").optional();
    if (certificate.isPresent() != key.isPresent()) {
      throw new IllegalArgumentException(
          "tls-certificate and tls-key go together; set both, or neither.");
    }
    if (certificate.isPresent()) {
      config = config.withTls(new Tls(certificate.get(), key.orElseThrow()));
    }
    return new HttpSettings(config, in.flag("open-metrics").optional());
  }

  private static Limits limits(Section in) {
    var defaults = Limits.DEFAULT;
    return new Limits(
        in.integer("max-request-line", 256, 1 << 20).orElse(defaults.requestLine()),
        in.integer("max-headers", 256, 1 << 20).orElse(defaults.headers()),
        in.integer("max-body", 1, 1 << 30).orElse(defaults.body()),
        in.integer("max-connections", 1, 1_000_000).orElse(defaults.connections()),
        in.integer("max-streams", 1, 10_000).orElse(defaults.streams()));
  }

  private static Timeouts timeouts(Section in) {
    var defaults = Timeouts.DEFAULT;
    return new Timeouts(
        in.duration("request-timeout").orElse(defaults.request()),
        in.duration("head-timeout").orElse(defaults.head()),
        in.duration("idle-timeout").orElse(defaults.idle()),
        in.duration("lame-duck").orElse(defaults.lameDuck()),
        in.duration("shutdown-timeout").orElse(defaults.shutdown()));
  }
}
