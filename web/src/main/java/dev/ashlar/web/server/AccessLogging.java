package dev.ashlar.web.server;

/// Which requests are written to the access log.
public enum AccessLogging {
  /// None.
  OFF,
  /// Those answered with a 5xx status, and those that took longer than a second.
  TROUBLE,
  /// All.
  ALL
}
