/// What tests of Ashlar applications stand on: databases per worker, a settable clock, actors.
@NullMarked
package dev.ashlar.testing;

import org.jspecify.annotations.NullMarked;
