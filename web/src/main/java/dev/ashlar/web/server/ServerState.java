package dev.ashlar.web.server;

import java.util.concurrent.atomic.AtomicInteger;

/// What all event loops of a server must agree on.
final class ServerState {
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean draining;

  boolean draining() {
    return draining;
  }

  void drain() {
    draining = true;
  }

  /// Counts a connection in; false if it is one too many.
  boolean admit(int limit) {
    if (connections.incrementAndGet() <= limit) {
      return true;
    }
    connections.decrementAndGet();
    return false;
  }

  void release() {
    connections.decrementAndGet();
  }

  int connections() {
    return connections.get();
  }
}
