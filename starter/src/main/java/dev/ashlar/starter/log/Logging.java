package dev.ashlar.starter.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;

/// Sets Logback up when it is first used, as an application's settings say.
///
/// An application that brings a `logback.xml` of its own sets the system property
/// `logback.configurationFile`, which comes first.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {
  private static final String OWN_FILE = "logback.configurationFile";
  private static final AtomicReference<LogSettings> SETTINGS =
      new AtomicReference<>(LogSettings.DEFAULT);

  /// Called by Logback.
  public Logging() {}

  /// Logs as the settings say, from now on.
  public static void apply(LogSettings settings) {
    boolean unchanged = SETTINGS.getAndSet(settings).equals(settings);
    if (!unchanged
        && System.getProperty(OWN_FILE) == null
        && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      set(context, settings);
    }
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty(OWN_FILE) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    set(context, SETTINGS.get());
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static void set(LoggerContext context, LogSettings settings) {
    Encoder<ILoggingEvent> encoder =
        switch (settings.format()) {
          case CONSOLE -> new LineEncoder();
          case JSON -> new JsonEncoder();
        };
    encoder.setContext(context);
    encoder.start();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(settings.level().name()));
    root.addAppender(console);
    // They say at INFO that they started.
    context.getLogger("io.avaje").setLevel(Level.WARN);
  }
}
