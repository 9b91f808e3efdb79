package dev.ashlar.web.server;

/// How much of a resource clients may take.
///
/// @param requestLine bytes of the request line; beyond it 414
/// @param headers bytes of all request headers; beyond it 431
/// @param body bytes of a request body where the route names no limit; beyond it 413
/// @param connections open connections; a further one is closed at once
/// @param streams concurrent requests on one HTTP/2 connection
public record Limits(int requestLine, int headers, int body, int connections, int streams) {
  /// 8 KiB of request line, 16 KiB of headers, 1 MiB of body, 10,000 connections, 100 streams.
  public static final Limits DEFAULT = new Limits(8192, 16_384, 1 << 20, 10_000, 100);

  public Limits {
    positive("requestLine", requestLine);
    positive("headers", headers);
    positive("body", body);
    positive("connections", connections);
    positive("streams", streams);
  }

  private static void positive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          "The server limit " + name + " is " + value + "; it must be positive.");
    }
  }

  /// The same limits with another number of body bytes.
  public Limits withBody(int body) {
    return new Limits(requestLine, headers, body, connections, streams);
  }

  /// The same limits with another number of connections.
  public Limits withConnections(int connections) {
    return new Limits(requestLine, headers, body, connections, streams);
  }
}
