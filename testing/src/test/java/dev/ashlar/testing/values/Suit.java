package dev.ashlar.testing.values;

/// Constants whose order is not that of their names.
enum Suit {
  SPADES,
  HEARTS,
  DIAMONDS,
  CLUBS
}
