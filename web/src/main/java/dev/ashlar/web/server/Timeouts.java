package dev.ashlar.web.server;

import java.time.Duration;

/// How long the server waits.
///
/// @param request for an answer, where the route names no time of its own; beyond it 504
/// @param head for the whole head of a request once its first byte came; beyond it the connection
///   is closed
/// @param idle for any traffic on a connection
/// @param lameDuck after shutdown began, with readiness already failing, before connections are
///   refused: what a load balancer needs to notice
/// @param shutdown for requests in flight to end, once connections are refused
public record Timeouts(
    Duration request, Duration head, Duration idle, Duration lameDuck, Duration shutdown) {
  /// 30 s for an answer, 10 s for a head, 60 s idle, no lame duck, 20 s to shut down.
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ZERO,
          Duration.ofSeconds(20));

  public Timeouts {
    positive("request", request);
    positive("head", head);
    positive("idle", idle);
    positive("shutdown", shutdown);
    if (lameDuck.isNegative()) {
      throw new IllegalArgumentException(
          "The server timeout lameDuck is " + lameDuck + "; it must not be negative.");
    }
  }

  private static void positive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(
          "The server timeout " + name + " is " + value + "; it must be positive.");
    }
  }

  /// The same times with another for an answer.
  public Timeouts withRequest(Duration request) {
    return new Timeouts(request, head, idle, lameDuck, shutdown);
  }

  /// The same times with another for a head.
  public Timeouts withHead(Duration head) {
    return new Timeouts(request, head, idle, lameDuck, shutdown);
  }

  /// The same times with another for an idle connection.
  public Timeouts withIdle(Duration idle) {
    return new Timeouts(request, head, idle, lameDuck, shutdown);
  }

  /// The same times with another for the lame duck.
  public Timeouts withLameDuck(Duration lameDuck) {
    return new Timeouts(request, head, idle, lameDuck, shutdown);
  }

  /// The same times with another for the requests in flight at the end.
  public Timeouts withShutdown(Duration shutdown) {
    return new Timeouts(request, head, idle, lameDuck, shutdown);
  }

  /// How often deadlines are looked at: late by at most a tenth of the shortest, at most 250 ms.
  long tickMillis() {
    long shortest = Math.min(request.toMillis(), head.toMillis());
    return Math.clamp(shortest / 10, 1, 250);
  }
}
