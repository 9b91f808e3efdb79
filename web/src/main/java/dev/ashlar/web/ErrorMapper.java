package dev.ashlar.web;

import java.util.Optional;

/// Turns a failure of a lower layer into what the client may know of it.
@FunctionalInterface
public interface ErrorMapper {
  /// The problem to answer with, or nothing if this failure is not known here.
  Optional<Problem> problem(Throwable failure);
}
