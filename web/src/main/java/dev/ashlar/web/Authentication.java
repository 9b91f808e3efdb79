package dev.ashlar.web;

import java.util.Set;

/// Whether a route asks who is calling, and by which schemes it may be told.
///
/// @param need whether a caller must be known
/// @param schemes the schemes of the authenticators to ask; empty asks all
public record Authentication(Need need, Set<String> schemes) {
  /// How much a route needs to know the caller.
  public enum Need {
    /// Nobody is asked; credentials are not looked at.
    NONE,
    /// A caller without credentials is anonymous, one with wrong credentials is refused.
    OPTIONAL,
    /// A caller without credentials is refused.
    REQUIRED
  }

  /// Open to everybody.
  public static final Authentication NONE = new Authentication(Need.NONE, Set.of());

  /// Anonymous callers are served too.
  public static final Authentication OPTIONAL = new Authentication(Need.OPTIONAL, Set.of());

  /// Only known callers are served.
  public static final Authentication REQUIRED = new Authentication(Need.REQUIRED, Set.of());

  public Authentication {
    schemes = Set.copyOf(schemes);
  }

  /// The same need, told by these schemes only.
  public Authentication by(String... schemes) {
    return new Authentication(need, Set.of(schemes));
  }
}
