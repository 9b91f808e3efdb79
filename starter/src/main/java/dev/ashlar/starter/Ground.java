package dev.ashlar.starter;

import dev.ashlar.starter.log.LogSettings;
import dev.ashlar.starter.log.Logging;
import io.vertx.core.Vertx;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/// What a server stands on and needs no settings for: it is made while the settings are read.
public final class Ground {
  private final Beside<ILoggerFactory> logging;
  private final Beside<Vertx> vertx;

  private Ground(Beside<ILoggerFactory> logging, Beside<Vertx> vertx) {
    this.logging = logging;
    this.vertx = vertx;
  }

  /// Begins to make it.
  public static Ground begin() {
    var logging = Beside.begin("logging", LoggerFactory::getILoggerFactory);
    var vertx =
        Beside.begin(
            "vertx",
            () -> {
              // Whoever asks for a logger while logging begins is given a stand-in for good.
              logging.get();
              return Store.vertx();
            });
    return new Ground(logging, vertx);
  }

  /// Logs as the settings say, from now on.
  public void log(LogSettings settings) {
    logging.get();
    Logging.apply(settings);
  }

  Vertx vertx() {
    logging.get();
    return vertx.get();
  }
}
