/// Old rows of the framework's own, on real databases and a clock that the tests move.
@NullMarked
package dev.ashlar.runtime.retention;

import org.jspecify.annotations.NullMarked;
