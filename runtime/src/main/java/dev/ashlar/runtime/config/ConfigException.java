package dev.ashlar.runtime.config;

import java.io.Serial;
import java.util.List;

/// Says everything that is wrong with the settings, all at once.
public final class ConfigException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final List<String> faults;

  /// @param faults what is wrong, where, and how to mend it: a line each
  public ConfigException(List<String> faults) {
    super(
        (faults.size() == 1
                ? "A setting is not right:"
                : faults.size() + " settings are not right:")
            + "\n  "
            + String.join("\n  ", faults));
    this.faults = List.copyOf(faults);
  }

  /// What is wrong: a line each.
  public List<String> faults() {
    return faults;
  }
}
