/// The oracle against SQL: random rows, actors, rules and filters must give the same keys.
@NullMarked
package dev.ashlar.testing.access;

import org.jspecify.annotations.NullMarked;
