package dev.ashlar.starter;

import dev.ashlar.cli.Cli;
import dev.ashlar.runtime.config.Config;
import java.util.List;

/// Runs a command of an application. Apart, so that a server loads nothing of command lines.
public final class Verbs {
  private Verbs() {}

  /// Runs a command, and gives its exit status.
  public static int run(Parts parts, Config config, List<String> arguments) {
    try (var application = new CommandApplication(parts, config)) {
      return Cli.run(
          application,
          arguments.getFirst().equals("migrate") ? List.of() : application.commands(),
          arguments,
          System.out,
          System.err);
    }
  }
}
