package dev.ashlar;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.config.ConfigException;
import dev.ashlar.runtime.config.ConfigSource;
import dev.ashlar.runtime.config.ConfigSources;
import dev.ashlar.runtime.config.SettingsType;
import dev.ashlar.runtime.spi.Module;
import dev.ashlar.starter.Ground;
import dev.ashlar.starter.Parts;
import dev.ashlar.starter.Server;
import dev.ashlar.starter.Verbs;
import dev.ashlar.starter.log.LogSettings;
import dev.ashlar.starter.log.Logging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// An Ashlar application, described in a few lines and run.
///
/// ```java
/// public static void main(String... args) {
///   Ashlar.application("tasks").models(Models_.all()).main(args);
/// }
/// ```
///
/// Policies, hooks, actions, services, seeds, routes and commands are found as beans.
public final class Ashlar {
  private static final int FAILED = 1;
  private static final String UNKNOWN = "unknown";

  private final Parts parts;

  private Ashlar(Parts parts) {
    this.parts = parts;
  }

  /// An application without anything yet. Its version is that of the jar whose code calls this, as
  /// the jar's manifest has it; without one, or where it says none, it is `unknown`.
  ///
  /// @param name what it is called, and where its migrations are: `migrations/<name>/`
  public static Ashlar application(String name) {
    Class<?> caller =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).getCallerClass();
    String version = caller.getPackage().getImplementationVersion();
    return new Ashlar(
        new Parts(
            name,
            version == null ? UNKNOWN : version,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty()));
  }

  /// The same with records of its own.
  public Ashlar models(Collection<? extends EntityModel<?>> entities) {
    return new Ashlar(
        new Parts(
            parts.name(),
            parts.version(),
            joined(parts.entities(), entities),
            parts.modules(),
            parts.settings(),
            parts.demo()));
  }

  /// The same with a further module, whose records its own may refer to.
  public Ashlar module(Module module) {
    return new Ashlar(
        new Parts(
            parts.name(),
            parts.version(),
            parts.entities(),
            joined(parts.modules(), List.of(module)),
            parts.settings(),
            parts.demo()));
  }

  /// The same with settings of its own, which are beans too.
  public Ashlar settings(SettingsType<?> type) {
    return new Ashlar(
        new Parts(
            parts.name(),
            parts.version(),
            parts.entities(),
            parts.modules(),
            joined(parts.settings(), List.of(type)),
            parts.demo()));
  }

  /// The same, telling a visitor of the demonstration how to begin.
  ///
  /// @param email an account of the demonstration data
  /// @param password its password, which is no secret
  /// @param path what to ask for first, such as `/api/tasks`
  public Ashlar demo(String email, String password, String path) {
    return new Ashlar(
        new Parts(
            parts.name(),
            parts.version(),
            parts.entities(),
            parts.modules(),
            parts.settings(),
            Optional.of(new Parts.Demo(email, password, path))));
  }

  private static <E> List<E> joined(List<E> some, Collection<? extends E> more) {
    var joined = new ArrayList<>(some);
    joined.addAll(more);
    return joined;
  }

  // ---- running ----

  /// Does what the command line says, and ends the JVM where that is done: `run`, or nothing,
  /// serves until the process is told to stop.
  public void main(String... arguments) {
    boolean serves = arguments.length == 0 || (arguments.length == 1 && arguments[0].equals("run"));
    try {
      if (serves) {
        var ground = Ground.begin();
        Config config = config();
        ground.log(config.get(LogSettings.TYPE));
        serve(ground, config);
      } else {
        Config config = config();
        Logging.apply(config.get(LogSettings.TYPE));
        System.exit(Verbs.run(parts, config, List.of(arguments)));
      }
    } catch (ConfigException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(FAILED);
    }
  }

  private Config config() {
    return parts.config(ConfigSources.standard(Path.of(""), Ashlar.class.getClassLoader()));
  }

  private void serve(Ground ground, Config config) {
    Server server;
    try {
      server = Server.start(ground, parts, config);
    } catch (RuntimeException failure) {
      System.err.println("%s did not start: %s".formatted(parts.name(), reasons(failure)));
      System.exit(FAILED);
      return;
    }
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "ashlar-shutdown"));
    // One line, whatever follows: scripts wait for it.
    System.out.println(
        "Ashlar %s %s listens on %s".formatted(parts.name(), parts.version(), server.address()));
    server.greeting().forEach(System.out::println);
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String reasons(Throwable failure) {
    var reasons = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String message = each.getMessage() == null ? each.getClass().getName() : each.getMessage();
      if (reasons.indexOf(message) < 0) {
        reasons.append(reasons.isEmpty() ? "" : "\n  because: ").append(message);
      }
    }
    return reasons.toString();
  }

  /// Starts the application within this JVM, as tests do.
  ///
  /// @param sources where its settings come from, the strongest first
  public Server start(List<ConfigSource> sources) {
    Config config = parts.config(sources);
    return Server.start(Ground.begin(), parts, config);
  }
}
