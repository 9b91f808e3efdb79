/// Data to begin with: planted once, in order, the same on every machine.
@NullMarked
package dev.ashlar.runtime.seed;

import org.jspecify.annotations.NullMarked;
