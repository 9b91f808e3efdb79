/// An oracle that decides access in memory from the rules as they are written, to hold every
/// surface against.
@NullMarked
package dev.ashlar.testing.access;

import org.jspecify.annotations.NullMarked;
