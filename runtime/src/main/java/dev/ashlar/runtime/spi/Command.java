package dev.ashlar.runtime.spi;

import java.util.List;

/// A verb of an application's command line. Modules and applications contribute them as beans.
///
/// @param path the words that call it, such as `migrate up`
/// @param summary what it does, in one line
/// @param parameters what it takes beside `--json` and `--help`, which every command has
/// @param run does it
public record Command(String path, String summary, List<Parameter> parameters, Run run) {
  public Command {
    parameters = List.copyOf(parameters);
  }

  /// A command without parameters.
  public Command(String path, String summary, Run run) {
    this(path, summary, List.of(), run);
  }

  /// Does what a command is for.
  @FunctionalInterface
  public interface Run {
    /// Does it, and says how it went. It may block; what it throws is told in one line.
    Exit run(Call call) throws Exception;
  }

  /// How a command ended, and what the shell is told.
  public enum Exit {
    /// All is well.
    OK(0),
    /// It could not be done.
    FAILED(1),
    /// It was called wrongly.
    MISUSED(2),
    /// It was asked whether all is well, and it is not.
    FOUND(3);

    private final int code;

    Exit(int code) {
      this.code = code;
    }

    /// The exit status.
    public int code() {
      return code;
    }
  }

  /// Something that a command takes.
  public sealed interface Parameter {
    /// What it is called: `message` of an argument, `--steps` of the others.
    String name();

    /// What it is for, in a few words.
    String summary();

    /// A word by its place.
    record Argument(String name, String summary, boolean required) implements Parameter {}

    /// A name and a value; may be given several times.
    record Option(String name, String summary) implements Parameter {}

    /// A name alone.
    record Flag(String name, String summary) implements Parameter {}
  }
}
