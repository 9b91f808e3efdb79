package dev.ashlar.web;

/// Answers the requests of a route in plain blocking Java.
@FunctionalInterface
public interface BlockingHandler {
  /// Answers one request, on a virtual thread of its own.
  ///
  /// It must call one of the exchange's `respond` methods before it returns; what it throws becomes
  /// a problem document.
  void handle(Exchange exchange) throws Exception;
}
