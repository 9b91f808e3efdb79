package dev.ashlar.web.server;

import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// Our configuration in Vert.x's terms.
final class VertxOptions {
  private VertxOptions() {}

  static HttpServerOptions of(ServerConfig config) {
    Limits limits = config.limits();
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port() == 0 ? sharedFreePort() : config.port())
            .setMaxInitialLineLength(limits.requestLine())
            .setMaxHeaderSize(limits.headers())
            .setIdleTimeout(Math.toIntExact(config.timeouts().idle().toMillis()))
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setHttp2ClearTextEnabled(false)
            .setHandle100ContinueAutomatically(false)
            .setDecompressionSupported(false)
            // Each would put a handler into every connection's pipeline.
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setInitialSettings(
                new Http2Settings()
                    .setMaxConcurrentStreams(limits.streams())
                    .setMaxHeaderListSize(limits.headers()));
    Tls tls = config.tls();
    if (tls != null) {
      options
          .setSsl(true)
          .setUseAlpn(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .addCertPath(tls.certificate().toString())
                  .addKeyPath(tls.key().toString()));
    }
    return options;
  }

  /// To Vert.x a negative port is a free one that all servers naming the same number share; another
  /// server in the same Vert.x must not name it by chance.
  private static int sharedFreePort() {
    return -1 - ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE - 1);
  }
}
