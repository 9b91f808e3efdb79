package dev.ashlar.web.routing;

/// A path or query of a request that cannot be read; its message is fit for the client.
public final class MalformedUrlException extends IllegalArgumentException {
  MalformedUrlException(String message) {
    super(message);
  }

  MalformedUrlException(String message, Throwable cause) {
    super(message, cause);
  }
}
