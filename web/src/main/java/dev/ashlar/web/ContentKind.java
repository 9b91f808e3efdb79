package dev.ashlar.web;

/// What a route's answers are, which decides their default security headers.
public enum ContentKind {
  /// Data for programs: never cached, nothing in it may run or be framed.
  DATA,
  /// A page for people: scripts and styles of this origin only, never framed.
  PAGE,
  /// A fixed file, such as a script or an image: no caching rule of its own is imposed.
  ASSET
}
