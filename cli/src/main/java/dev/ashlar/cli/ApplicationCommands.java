package dev.ashlar.cli;

import dev.ashlar.runtime.seed.Seeds;
import dev.ashlar.runtime.spi.Call;
import dev.ashlar.runtime.spi.Command;
import dev.ashlar.runtime.spi.Command.Exit;
import java.util.List;

/// Commands about the application as a whole.
final class ApplicationCommands {
  static final List<Command> ALL =
      List.of(
          new Command(
              "seed",
              "Plants the data to begin with, where it is not there yet.",
              call -> seed(call)),
          new Command(
              "config", "Shows every setting, and where it comes from.", call -> config(call)),
          new Command("version", "Shows the application's version.", call -> version(call)));

  private ApplicationCommands() {}

  private static Exit seed(Call call) {
    var application = call.application();
    application.migrations().up();
    Seeds seeds = application.seeds();
    var planted = seeds.plant(application.engine());
    call.out()
        .table(
            List.of("seed", "state"),
            seeds.names().stream()
                .map(name -> List.of(name, planted.contains(name) ? "planted" : "was there"))
                .toList());
    call.out().say(planted.isEmpty() ? "Nothing to plant." : "Planted " + planted.size() + ".");
    return Exit.OK;
  }

  private static Exit config(Call call) {
    call.out()
        .table(
            List.of("setting", "value", "from"),
            call.application().config().entries().stream()
                .map(entry -> List.of(entry.key().name(), entry.value(), entry.place()))
                .toList());
    return Exit.OK;
  }

  private static Exit version(Call call) {
    var application = call.application();
    call.out()
        .table(
            List.of("application", "version"),
            List.of(List.of(application.name(), application.version())));
    return Exit.OK;
  }
}
