/// The table of value semantics as data, and everything that must keep to it.
@NullMarked
package dev.ashlar.testing.values;

import org.jspecify.annotations.NullMarked;
