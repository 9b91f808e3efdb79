package dev.ashlar.cli;

import dev.ashlar.runtime.spi.Application;
import dev.ashlar.runtime.spi.Command;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The command line of an application: its own commands, its modules', and those every application
/// has.
///
/// Answers go to standard output and everything else to standard error; the exit status is a
/// command's [Command.Exit]. Nothing of it is loaded where the server is started.
public final class Cli {
  private Cli() {}

  /// Runs one command and gives its exit status.
  ///
  /// @param contributed the commands of the application and its modules
  public static int run(
      Application application,
      Collection<Command> contributed,
      List<String> arguments,
      PrintStream out,
      PrintStream err) {
    var all = new ArrayList<Command>();
    all.addAll(MigrateCommands.ALL);
    all.addAll(ApplicationCommands.ALL);
    all.addAll(contributed);
    return new CommandLines(application, out, err)
        .of(all)
        .execute(arguments.toArray(String[]::new));
  }
}
