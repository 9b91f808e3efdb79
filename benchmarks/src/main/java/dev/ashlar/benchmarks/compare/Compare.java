package dev.ashlar.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Runs a comparison: `compare <folder of benchmarks/compare> <working folder> [options]`.
public final class Compare {

  private static final int TRIES = 4;

  private final Options options;
  private final Path home;
  private final Path work;
  private final PostgresServer postgres;
  private final List<Running> running = new ArrayList<>();
  private final List<Round> rounds = new ArrayList<>();

  private Compare(Options options, Path home, Path work, PostgresServer postgres) {
    this.options = options;
    this.home = home;
    this.work = work;
    this.postgres = postgres;
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path work = Path.of(arguments[1]);
    List<String> rest = List.of(arguments).subList(2, arguments.length);
    if (rest.contains("--help")) {
      System.out.print(Options.HELP);
      return;
    }
    try {
      run(Options.parse(rest.toArray(String[]::new)), home, work);
    } catch (UsageException | LoadException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Options options, Path home, Path work)
      throws IOException, InterruptedException, SQLException {
    Optional<String> external = Optional.ofNullable(System.getenv("BENCH_DATABASE_URL"));
    try (PostgresServer server = PostgresServer.start(work.resolve("postgresql"), external)) {
      Compare compare = new Compare(options, home, work, server);
      try {
        compare.run();
      } finally {
        compare.running.forEach(Running::close);
      }
    }
  }

  private void run() throws IOException, InterruptedException, SQLException {
    say(postgres.version());
    for (String name : options.contenders()) {
      running.add(start(Contender.read(home.resolve("contenders"), name)));
    }
    OptionalLong pid = postgres.pid();
    if (pid.isEmpty()) {
      say("The database runs elsewhere: its CPU time is not counted.");
    }
    for (Workload workload : options.workloads()) {
      Agreement.check(workload, running);
      say("agreed: " + workload.key());
    }
    Meter meter = new Meter(options, pid);
    for (Workload workload : options.workloads()) {
      run(workload, meter);
    }
    report();
  }

  private void report() throws IOException, SQLException {
    Report report = new Report(conditions(), rounds);
    System.out.println(report.text());
    if (options.markdown().isPresent()) {
      Files.writeString(options.markdown().get(), report.markdown());
    }
    if (options.json().isPresent()) {
      Files.writeString(options.json().get(), report.json());
    }
  }

  private Running start(Contender contender)
      throws IOException, InterruptedException, SQLException {
    String name = contender.name();
    Path data = Files.createDirectories(work.resolve(name));
    String databaseName = "bench_" + name.replace('-', '_');
    Path file = data.resolve("bench.db");
    Database database =
        switch (contender.store()) {
          case POSTGRESQL -> {
            postgres.create(databaseName);
            yield new Database.Postgres(postgres, databaseName);
          }
          case SQLITE -> new Database.Sqlite(contender.file(data).orElse(file));
        };
    database.run(contender.seedBefore());
    int port = Running.freePort();
    Map<String, String> known = known(databaseName, data, file, port);
    Running started = Running.start(contender, database, known, port, work.resolve(name + ".log"));
    database.run(contender.seedAfter());
    say("%s serves as process %d".formatted(name, started.pid()));
    return started;
  }

  /// What contender files may refer to.
  private Map<String, String> known(String database, Path data, Path file, int port) {
    Map<String, String> known = new TreeMap<>();
    known.put("java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    known.put("jvm", String.join("\n", options.jvm()));
    known.put("classpath", System.getProperty("java.class.path"));
    known.put("home", home.toString());
    known.put("root", home.resolve("../..").normalize().toString());
    known.put("port", Integer.toString(port));
    known.put("database.url", postgres.url(database));
    known.put("database.jdbc", postgres.jdbcUrl(database));
    known.put("database.user", postgres.user());
    known.put("database.password", postgres.password());
    known.put("sqlite.file", file.toString());
    known.put("sqlite.synchronous", options.synchronous());
    known.put("data", data.toString());
    return known;
  }

  private void run(Workload workload, Meter meter)
      throws IOException, InterruptedException, SQLException {
    Map<Running, Boolean> steady = new HashMap<>();
    for (Running contender : running) {
      steady.put(contender, warmUp(contender, workload, meter).steady());
    }
    for (int number = 1; number <= options.rounds(); number++) {
      for (Running contender : inTurn(running, number)) {
        boolean settled = steady.getOrDefault(contender, false);
        Round round = round(contender, workload, meter, number, settled);
        rounds.add(round);
        say("round %d: %s".formatted(number, Report.line(round)));
      }
    }
  }

  /// Each round begins with another contender, so that none always runs after the same one.
  static <T> List<T> inTurn(List<T> contenders, int number) {
    List<T> order = new ArrayList<>(contenders);
    Collections.rotate(order, 1 - number);
    return order;
  }

  private WarmUp.Outcome warmUp(Running contender, Workload workload, Meter meter)
      throws IOException, InterruptedException {
    Contender description = contender.contender();
    Duration atLeast = description.warmAtLeast(options.warmAtLeast());
    Duration atMost = Collections.max(List.of(atLeast, options.warmAtMost()));
    try (Load load = meter.load(contender, workload, 0)) {
      WarmUp.Outcome outcome = WarmUp.run(load, atLeast, atMost);
      say("warm-up: %s %s: %s".formatted(description.name(), workload.key(), outcome));
      return outcome;
    }
  }

  /// Measures until others leave the machine alone, or gives the least disturbed of a few tries.
  private Round round(Running contender, Workload workload, Meter meter, int number, boolean steady)
      throws IOException, InterruptedException, SQLException {
    Optional<Round> best = Optional.empty();
    for (int tried = 0; tried < TRIES; tried++) {
      if (workload == Workload.INSERT) {
        contender.database().run(contender.contender().reset());
      }
      contender.database().settle();
      meter.awaitQuiet();
      Meter.Measured measured = meter.measure(contender, workload, number);
      Round round =
          new Round(
              contender.contender(),
              workload,
              number,
              measured.window(),
              measured.use(),
              steady,
              meter.disturbed(measured));
      if (!round.disturbed()) {
        return round;
      }
      say("disturbed, to be repeated: " + Report.line(round));
      if (best.isEmpty() || best.get().foreignPercent() > round.foreignPercent()) {
        best = Optional.of(round);
      }
    }
    return best.orElseThrow();
  }

  /// What all contenders ran under.
  private List<String> conditions() throws SQLException {
    return List.of(
        "JDK %s, %d processors, %s"
            .formatted(
                Runtime.version(), Runtime.getRuntime().availableProcessors(), postgres.version()),
        "JVM flags: %s; SQLite synchronous: %s; connections: %d; rounds: %d of %d s"
            .formatted(
                String.join(" ", options.jvm()),
                options.synchronous(),
                options.connections(),
                options.rounds(),
                options.round().toSeconds()));
  }

  private static void say(String line) {
    System.err.println(line);
  }
}
