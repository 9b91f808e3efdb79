package dev.ashlar.testing.access;

/// A few constants to compare.
enum Grade {
  ALPHA,
  BETA,
  GAMMA
}
