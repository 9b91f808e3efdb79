package dev.ashlar.web.ops;

import io.vertx.core.Future;

/// Something that must work before the server can take requests, such as a database.
public interface ReadinessCheck {
  /// A short stable name, such as `database`.
  String name();

  /// Looks whether it works; the future fails if it does not. It must not block.
  Future<Void> check();
}
