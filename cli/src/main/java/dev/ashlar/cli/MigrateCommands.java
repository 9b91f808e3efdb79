package dev.ashlar.cli;

import dev.ashlar.data.migration.Finding;
import dev.ashlar.data.migration.History;
import dev.ashlar.data.migration.Migration.Step;
import dev.ashlar.data.migration.MigrationStatus;
import dev.ashlar.data.migration.MigrationWriter;
import dev.ashlar.data.migration.Migrations.Ran;
import dev.ashlar.data.migration.Risk;
import dev.ashlar.data.migration.SchemaImage;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.runtime.spi.Application;
import dev.ashlar.runtime.spi.Call;
import dev.ashlar.runtime.spi.Command;
import dev.ashlar.runtime.spi.Command.Exit;
import dev.ashlar.runtime.spi.Command.Parameter.Argument;
import dev.ashlar.runtime.spi.Command.Parameter.Flag;
import dev.ashlar.runtime.spi.Command.Parameter.Option;
import dev.ashlar.runtime.spi.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `migrate make|status|up|down|check`.
final class MigrateCommands {
  private static final String MODULE = "--module";
  private static final String FOLDER = "--folder";
  private static final String DROPPED = "--dropped";
  private static final String STEPS = "--steps";
  private static final String LOSING = "--lose-data";

  static final List<Command> ALL =
      List.of(
          new Command(
              "migrate make",
              "Writes a migration of what has changed in the records.",
              List.of(
                  new Argument("message", "what it is for, in a few words", true),
                  new Option(MODULE, "whose records; the application's own by default"),
                  new Option(FOLDER, "where the sources keep its migrations"),
                  new Option(DROPPED, "a table or column that is dropped, not renamed")),
              MigrateCommands::make),
          new Command(
              "migrate status",
              "Lists all migrations, and how they stand.",
              MigrateCommands::status),
          new Command("migrate up", "Runs what did not run yet.", MigrateCommands::up),
          new Command(
              "migrate down",
              "Takes back what ran last.",
              List.of(
                  new Option(STEPS, "how many; 1 by default"),
                  new Flag(LOSING, "data may be lost")),
              MigrateCommands::down),
          new Command(
              "migrate check",
              "Says what is not as it should be; then its exit status is 3.",
              MigrateCommands::check));

  private MigrateCommands() {}

  // ---- make ----

  private static Exit make(Call call) {
    var modules = call.application().modules();
    Module module = call.value(MODULE).map(name -> named(modules, name)).orElse(modules.getLast());
    var others = modules.stream().filter(other -> !other.equals(module)).toList();
    var histories = others.stream().map(MigrateCommands::history).toList();
    Path folder =
        call.value(FOLDER)
            .map(Path::of)
            .orElseGet(
                () -> call.application().sources().resolve("migrations").resolve(module.name()));
    var made =
        new MigrationWriter(module.name(), folder, histories)
            .make(
                call.value("message").orElseThrow(),
                image(call.application(), module),
                new HashSet<>(call.all(DROPPED)));
    if (made.isEmpty()) {
      call.out().table(List.of("migration", "folder", "approve"), List.of());
      call.out().say("Nothing has changed in the records of " + module.name() + ".");
      return Exit.OK;
    }
    var risks = made.get().risks();
    call.out()
        .table(
            List.of("migration", "folder", "approve"),
            List.of(
                List.of(
                    made.get().migration().id().toString(),
                    made.get().folder().toString(),
                    String.join(", ", risks.stream().map(Risk::step).toList()))));
    call.out()
        .say(
            "Review it"
                + (risks.isEmpty() ? "" : ", approve its risky steps")
                + ", and commit it.");
    return Exit.OK;
  }

  private static Module named(List<Module> modules, String name) {
    return modules.stream()
        .filter(module -> module.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no module \"%s\"; there are %s."
                        .formatted(name, modules.stream().map(Module::name).toList())));
  }

  private static History history(Module module) {
    return History.load(module.name(), MigrateCommands.class.getClassLoader());
  }

  private static SchemaImage image(Application application, Module module) {
    Collection<EntityModel<?>> others =
        application.modules().stream()
            .filter(other -> !other.equals(module))
            .flatMap(other -> other.entities().stream())
            .toList();
    return SchemaImage.of(module.entities(), others);
  }

  // ---- what is ----

  private static Exit status(Call call) {
    var rows = new ArrayList<List<String>>();
    for (MigrationStatus status : call.application().migrations().status()) {
      rows.add(
          List.of(
              status.id().toString(),
              status.state().name().toLowerCase(Locale.ROOT),
              status.applied().map(applied -> applied.at().toString()).orElse(""),
              status.applied().map(MigrationStatus.Applied::by).orElse(""),
              String.join(", ", status.unapproved().stream().map(Step::words).toList())));
    }
    call.out().table(List.of("migration", "state", "at", "by", "unapproved"), rows);
    return Exit.OK;
  }

  private static Exit check(Call call) {
    Map<String, SchemaImage> models = new LinkedHashMap<>();
    for (Module module : call.application().modules()) {
      if (!module.entities().isEmpty()) {
        models.put(module.name(), image(call.application(), module));
      }
    }
    List<Finding> findings = call.application().migrations().check(models);
    call.out()
        .table(
            List.of("finding", "text"),
            findings.stream()
                .map(
                    finding ->
                        List.of(finding.kind().name().toLowerCase(Locale.ROOT), finding.text()))
                .toList());
    if (findings.isEmpty()) {
      call.out().say("All is as it should be.");
    }
    return findings.isEmpty() ? Exit.OK : Exit.FOUND;
  }

  // ---- on and back ----

  private static Exit up(Call call) {
    ran(call, call.application().migrations().up());
    return Exit.OK;
  }

  private static Exit down(Call call) {
    int steps = call.value(STEPS).map(MigrateCommands::number).orElse(1);
    ran(call, call.application().migrations().down(steps, call.has(LOSING)));
    return Exit.OK;
  }

  private static int number(String text) {
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s: expected a whole number, found \"%s\".".formatted(STEPS, text), e);
    }
  }

  private static void ran(Call call, List<Ran> ran) {
    call.out()
        .table(
            List.of("migration", "milliseconds"),
            ran.stream()
                .map(each -> List.of(each.id().toString(), String.valueOf(each.took().toMillis())))
                .toList());
    if (ran.isEmpty()) {
      call.out().say("Nothing to do.");
    }
  }
}
