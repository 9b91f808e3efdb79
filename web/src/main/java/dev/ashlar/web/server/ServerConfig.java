package dev.ashlar.web.server;

import org.jspecify.annotations.Nullable;

/// Where and how the server listens.
///
/// @param host the address to bind; loopback unless told otherwise
/// @param port the port; 0 takes a free one
/// @param eventLoops how many event loops serve; 0 takes one per processor
/// @param cors who else may call from a browser; null for nobody
/// @param tls the certificate; null for plain HTTP
public record ServerConfig(
    String host,
    int port,
    int eventLoops,
    Limits limits,
    Timeouts timeouts,
    AccessLogging accessLog,
    @Nullable Cors cors,
    @Nullable Tls tls) {
  /// 127.0.0.1:8080, plain HTTP, closed to other origins, logging what goes wrong.
  public static final ServerConfig DEFAULT =
      new ServerConfig(
          "127.0.0.1",
          8080,
          0,
          Limits.DEFAULT,
          Timeouts.DEFAULT,
          AccessLogging.TROUBLE,
          null,
          null);

  public ServerConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "The server port is " + port + "; it must be 0 (any free one) to 65535.");
    }
    if (eventLoops < 0) {
      throw new IllegalArgumentException(
          "The number of event loops is "
              + eventLoops
              + "; it must be 0 (one per processor) or more.");
    }
  }

  /// The same configuration on another address.
  public ServerConfig at(String host, int port) {
    return new ServerConfig(host, port, eventLoops, limits, timeouts, accessLog, cors, tls);
  }

  /// The same configuration with another number of event loops.
  public ServerConfig withEventLoops(int eventLoops) {
    return new ServerConfig(host, port, eventLoops, limits, timeouts, accessLog, cors, tls);
  }

  /// The same configuration with other limits.
  public ServerConfig withLimits(Limits limits) {
    return new ServerConfig(host, port, eventLoops, limits, timeouts, accessLog, cors, tls);
  }

  /// The same configuration with other times.
  public ServerConfig withTimeouts(Timeouts timeouts) {
    return new ServerConfig(host, port, eventLoops, limits, timeouts, accessLog, cors, tls);
  }

  /// The same configuration with another choice of requests to log.
  public ServerConfig withAccessLog(AccessLogging accessLog) {
    return new ServerConfig(host, port, eventLoops, limits, timeouts, accessLog, cors, tls);
  }

  /// The same configuration, open to other origins.
  public ServerConfig withCors(Cors cors) {
    return new ServerConfig(host, port, eventLoops, limits, timeouts, accessLog, cors, tls);
  }

  /// The same configuration with TLS.
  public ServerConfig withTls(Tls tls) {
    return new ServerConfig(host, port, eventLoops, limits, timeouts, accessLog, cors, tls);
  }

  int loops() {
    return eventLoops == 0 ? Runtime.getRuntime().availableProcessors() : eventLoops;
  }
}
