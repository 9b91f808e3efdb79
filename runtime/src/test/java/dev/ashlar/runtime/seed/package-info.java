/// Tests of seeds: their order, their sameness, and that they are planted once.
@NullMarked
package dev.ashlar.runtime.seed;

import org.jspecify.annotations.NullMarked;
