package dev.ashlar.web.server;

import org.jspecify.annotations.Nullable;

/// The exchanges of one event loop that wait for an answer.
///
/// A timer per request would cost more than most requests do; this is a list that is walked a few
/// times a second. It is used by its event loop only.
final class Deadlines {
  private @Nullable ServerExchange first;

  void add(ServerExchange exchange) {
    if (exchange.waiting) {
      return;
    }
    ServerExchange head = first;
    exchange.later = head;
    exchange.waiting = true;
    if (head != null) {
      head.earlier = exchange;
    }
    first = exchange;
  }

  void remove(ServerExchange exchange) {
    if (!exchange.waiting) {
      return;
    }
    exchange.waiting = false;
    ServerExchange before = exchange.earlier;
    ServerExchange after = exchange.later;
    if (before == null) {
      first = after;
    } else {
      before.later = after;
    }
    if (after != null) {
      after.earlier = before;
    }
    exchange.earlier = null;
    exchange.later = null;
  }

  /// Answers those that have waited too long.
  void expire(long now) {
    ServerExchange at = first;
    while (at != null) {
      ServerExchange next = at.later;
      if (at.deadlineNanos() - now <= 0) {
        at.expire();
      }
      at = next;
    }
  }
}
