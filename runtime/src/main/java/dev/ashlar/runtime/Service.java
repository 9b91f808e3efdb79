package dev.ashlar.runtime;

/// Something of the application that runs as long as it does: it is started once the database is
/// ready and before the first request is taken, and stopped after the last.
public interface Service {
  /// Lower starts first and stops last.
  default int order() {
    return 0;
  }

  /// Starts. It may block; what it throws keeps the application from starting.
  void start() throws Exception;

  /// Stops. It may block; what it throws is logged and keeps nothing else from stopping.
  default void stop() throws Exception {}
}
