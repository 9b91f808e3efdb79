package dev.ashlar.runtime.config;

/// A setting that is never printed: not in logs, not in messages, not by [#toString()].
///
/// @param value what is kept secret
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
