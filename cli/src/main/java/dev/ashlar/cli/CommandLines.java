package dev.ashlar.cli;

import dev.ashlar.runtime.spi.Application;
import dev.ashlar.runtime.spi.Call;
import dev.ashlar.runtime.spi.Command;
import dev.ashlar.runtime.spi.Command.Exit;
import dev.ashlar.runtime.spi.Command.Parameter;
import dev.ashlar.runtime.spi.Command.Parameter.Argument;
import dev.ashlar.runtime.spi.Command.Parameter.Flag;
import dev.ashlar.runtime.spi.Command.Parameter.Option;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// Makes picocli's command line of commands: a tree by the words of their paths.
final class CommandLines {
  private static final String JSON = "--json";

  private final Application application;
  private final PrintStream out;
  private final PrintStream err;
  private final Map<CommandSpec, Command> commands = new HashMap<>();
  private final CommandSpec help = spec("help", "Shows what there is, or how a command is called.");

  CommandLines(Application application, PrintStream out, PrintStream err) {
    this.application = application;
    this.out = out;
    this.err = err;
  }

  CommandLine of(Collection<Command> all) {
    var root = spec(application.name(), "Ashlar application " + application.name() + ".");
    help.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .paramLabel("<command>")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("the words that call it; without any, all are listed")
            .build());
    root.addSubcommand("help", help);
    root.addSubcommand("run", spec("run", "Starts the server; the word may be left out."));
    all.forEach(command -> add(root, command));
    return new CommandLine(root)
        .setOut(new PrintWriter(out, true, out.charset()))
        .setErr(new PrintWriter(err, true, err.charset()))
        .setExecutionStrategy(this::run);
  }

  private static CommandSpec spec(String name, String summary) {
    var spec = CommandSpec.create().name(name);
    spec.usageMessage().description(summary);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
    return spec;
  }

  private void add(CommandSpec root, Command command) {
    CommandSpec parent = root;
    List<String> words = List.of(command.path().split(" "));
    for (String word : words.subList(0, words.size() - 1)) {
      CommandLine known = parent.subcommands().get(word);
      if (known == null) {
        var group = spec(word, "Commands of " + word + ".");
        parent.addSubcommand(word, group);
        parent = group;
      } else {
        parent = known.getCommandSpec();
      }
    }
    var leaf = spec(words.getLast(), command.summary());
    leaf.addOption(flag(JSON, "answer with JSON, for scripts"));
    int index = 0;
    for (Parameter parameter : command.parameters()) {
      switch (parameter) {
        case Argument argument -> leaf.addPositional(positional(argument, index++));
        case Option(var name, var summary) -> leaf.addOption(option(name, summary));
        case Flag(var name, var summary) -> leaf.addOption(flag(name, summary));
      }
    }
    parent.addSubcommand(words.getLast(), leaf);
    commands.put(leaf, command);
  }

  private static PositionalParamSpec positional(Argument argument, int index) {
    return PositionalParamSpec.builder()
        .index(String.valueOf(index))
        .arity(argument.required() ? "1" : "0..1")
        .required(argument.required())
        .paramLabel("<" + argument.name() + ">")
        .type(String.class)
        .description(argument.summary())
        .build();
  }

  private static OptionSpec option(String name, String summary) {
    return OptionSpec.builder(name)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("<" + name.replaceFirst("^-+", "") + ">")
        .description(summary)
        .build();
  }

  private static OptionSpec flag(String name, String summary) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(summary).build();
  }

  // ---- running ----

  private int run(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (last.commandSpec().equals(help)) {
      return help(parsed.commandSpec().commandLine(), last.matchedPositionalValue(0, List.of()));
    }
    Command command = commands.get(last.commandSpec());
    if (command == null) {
      last.commandSpec().commandLine().usage(err);
      return Exit.MISUSED.code();
    }
    var output = last.hasMatchedOption(JSON) ? new JsonOutput(out) : new TextOutput(out);
    try {
      return command.run().run(new Call(application, output, values(command, last))).code();
    } catch (Exception failure) {
      err.println("%s: %s".formatted(command.path(), message(failure)));
      return Exit.FAILED.code();
    }
  }

  private int help(CommandLine root, List<String> words) {
    CommandLine asked = root;
    for (String word : words) {
      asked = asked.getSubcommands().get(word);
      if (asked == null) {
        err.println(
            "help: there is no command \"%s\"; `help` lists those there are."
                .formatted(String.join(" ", words)));
        return Exit.MISUSED.code();
      }
    }
    asked.usage(asked.getOut());
    return Exit.OK.code();
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getName() : message;
  }

  private static Map<String, List<String>> values(Command command, ParseResult parsed) {
    var values = new HashMap<String, List<String>>();
    int index = 0;
    for (Parameter parameter : command.parameters()) {
      switch (parameter) {
        case Argument argument -> {
          if (parsed.hasMatchedPositional(index)) {
            values.put(
                argument.name(), List.of(parsed.matchedPositional(index).<String>getValue()));
          }
          index++;
        }
        case Option(var name, _) -> {
          if (parsed.hasMatchedOption(name)) {
            values.put(name, parsed.matchedOption(name).getValue());
          }
        }
        case Flag(var name, _) -> {
          if (parsed.hasMatchedOption(name)) {
            values.put(name, List.of(""));
          }
        }
      }
    }
    return values;
  }
}
