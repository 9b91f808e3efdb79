/// Tests of the settable clock.
@NullMarked
package dev.ashlar.testing.time;

import org.jspecify.annotations.NullMarked;
