package dev.ashlar.identity;

/// What is no longer as a node remembers it.
public enum IdentityChangeKind {
  /// What a user may do, or whether she may do anything.
  USER,
  /// What anybody may do.
  EVERYBODY,
  /// That a login is in force.
  SESSION
}
