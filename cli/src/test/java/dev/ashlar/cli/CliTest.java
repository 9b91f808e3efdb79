package dev.ashlar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.migration.History;
import dev.ashlar.runtime.spi.Command;
import dev.ashlar.runtime.spi.Command.Exit;
import dev.ashlar.runtime.spi.Command.Parameter.Argument;
import dev.ashlar.runtime.spi.Command.Parameter.Flag;
import dev.ashlar.runtime.spi.Command.Parameter.Option;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CliTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private TestApplication application;

  @BeforeEach
  void open() {
    application = new TestApplication(folder);
  }

  @AfterEach
  void close() {
    application.close();
  }

  private int run(String... arguments) {
    return run(List.of(), arguments);
  }

  private int run(List<Command> contributed, String... arguments) {
    out.reset();
    err.reset();
    return Cli.run(
        application,
        contributed,
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  // ---- the application ----

  @Test
  void showsTheVersionToPeopleAndScripts() {
    assertThat(run("version")).isZero();
    assertThat(said()).isEqualToNormalizingNewlines("application  version\nshop         1.2.3\n");

    assertThat(run("version", "--json")).isZero();
    assertThat(said().strip()).isEqualTo("[{\"application\":\"shop\",\"version\":\"1.2.3\"}]");
  }

  @Test
  void showsSettingsButNoSecrets() {
    assertThat(run("config", "--json")).isZero();
    assertThat(said())
        .contains("{\"setting\":\"shop.size\",\"value\":\"3\",\"from\":\"default\"}")
        .contains("{\"setting\":\"shop.key\",\"value\":\"***\",\"from\":\"shop.key in the test\"}")
        .doesNotContain("hunter2");
  }

  @Test
  void plantsSeedsOnce() {
    assertThat(run("seed")).isZero();
    assertThat(said()).contains("Nothing  planted").contains("Planted 1.");

    assertThat(run("seed")).isZero();
    assertThat(said()).contains("Nothing  was there").contains("Nothing to plant.");
  }

  // ---- migrations ----

  @Test
  void makesAMigrationInTheSources() {
    assertThat(run("migrate", "make", "create things")).isZero();
    assertThat(said()).contains("shop/0001_create_things");
    assertThat(folder.resolve("sources/migrations/shop/0001_create_things/sqlite.up.sql"))
        .content()
        .contains("CREATE TABLE \"things\"");

    assertThat(run("migrate", "make", "again")).isZero();
    assertThat(said()).contains("Nothing has changed in the records of shop.");
  }

  @Test
  void runsMigrationsOnAndBack() {
    assertThat(run("migrate", "status", "--json")).isZero();
    assertThat(said()).contains("\"state\":\"pending\"");

    assertThat(run("migrate", "up")).isZero();
    assertThat(said()).contains("ashlar/0001_create_journal");
    assertThat(run("migrate", "up")).isZero();
    assertThat(said()).contains("Nothing to do.");

    var all = History.load("ashlar", CliTest.class.getClassLoader()).migrations();
    assertThat(run("migrate", "down")).isEqualTo(Exit.FAILED.code());
    assertThat(complained()).contains("migrate down: ").contains("loses data");
    assertThat(run("migrate", "down", "--lose-data")).isZero();
    assertThat(said())
        .contains(all.getLast().id().toString())
        .doesNotContain("0001_create_journal");
    assertThat(run("migrate", "down", "--steps", String.valueOf(all.size() - 2))).isZero();
    assertThat(run("migrate", "down")).isEqualTo(Exit.FAILED.code());
    assertThat(run("migrate", "down", "--steps", "1", "--lose-data")).isZero();
    assertThat(said()).contains("ashlar/0001_create_journal");
  }

  @Test
  void checksWithAnExitStatusOfItsOwn() {
    assertThat(run("migrate", "check")).isEqualTo(Exit.FOUND.code());
    assertThat(said()).contains("pending");

    run("migrate", "up");
    assertThat(run("migrate", "check")).isZero();
    assertThat(said()).contains("All is as it should be.");
  }

  // ---- what is called wrongly ----

  @Test
  void saysHowItIsCalled() {
    assertThat(run("help")).isZero();
    assertThat(said()).contains("migrate").contains("seed").contains("run");
    assertThat(run("migrate", "down", "--help")).isZero();
    assertThat(said()).contains("--lose-data").contains("data may be lost");
  }

  @Test
  void explainsEveryCommandWhicheverWayItIsAsked() {
    var commands =
        List.of(
            "run",
            "seed",
            "config",
            "version",
            "help",
            "migrate",
            "migrate make",
            "migrate status",
            "migrate up",
            "migrate down",
            "migrate check");
    for (String command : commands) {
      assertThat(run(words(command, "--help"))).as(command).isZero();
      assertThat(said()).startsWith("Usage: shop " + command + " ").contains("-h, --help");
      String explained = said();
      assertThat(run(words(command, "-h"))).as(command).isZero();
      assertThat(said()).isEqualTo(explained);
      assertThat(run(words("help " + command))).as(command).isZero();
      assertThat(said()).isEqualTo(explained);
      assertThat(complained()).isEmpty();
    }
    assertThat(run("help")).isZero();
    String all = said();
    assertThat(run("--help")).isZero();
    assertThat(said()).isEqualTo(all).startsWith("Usage: shop ");

    assertThat(run("help", "migrate", "sideways")).isEqualTo(Exit.MISUSED.code());
    assertThat(complained()).contains("no command \"migrate sideways\"");
  }

  private static String[] words(String command, String... further) {
    var words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of(further));
    return words.toArray(String[]::new);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(run("nonsense")).isEqualTo(Exit.MISUSED.code());
    assertThat(complained()).contains("nonsense");
    assertThat(run("migrate")).isEqualTo(Exit.MISUSED.code());
    assertThat(complained()).contains("Usage: shop migrate");
    assertThat(run("migrate", "down", "--steps", "many")).isEqualTo(Exit.FAILED.code());
    assertThat(complained()).contains("expected a whole number, found \"many\"");
    assertThat(run("migrate", "make")).isEqualTo(Exit.MISUSED.code());
    assertThat(complained()).contains("<message>");
    assertThat(Files.exists(folder.resolve("sources"))).isFalse();
  }

  // ---- what others contribute ----

  @Test
  void runsContributedCommands() {
    var greet =
        new Command(
            "greet people",
            "Greets.",
            List.of(
                new Argument("name", "whom", true),
                new Argument("title", "how", false),
                new Option("--with", "what with"),
                new Flag("--loud", "louder")),
            call -> {
              call.out()
                  .say(
                      call.value("title").orElse("dear")
                          + " "
                          + call.value("name").orElseThrow()
                          + call.all("--with")
                          + call.has("--loud"));
              return Exit.OK;
            });

    assertThat(run(List.of(greet), "greet", "people", "Ada", "--with", "a", "--with", "b"))
        .isZero();
    assertThat(said()).isEqualToNormalizingNewlines("dear Ada[a, b]false\n");
    assertThat(run(List.of(greet), "greet", "people", "Ada", "Dr", "--loud")).isZero();
    assertThat(said()).isEqualToNormalizingNewlines("Dr Ada[]true\n");
  }

  @Test
  void tellsWhyACommandFailed() {
    var fail =
        new Command(
            "fail",
            "Fails.",
            _ -> {
              throw new IllegalStateException("the disk is full");
            });

    assertThat(run(List.of(fail), "fail")).isEqualTo(Exit.FAILED.code());
    assertThat(complained()).isEqualToNormalizingNewlines("fail: the disk is full\n");
    assertThat(said()).isEmpty();
  }
}
