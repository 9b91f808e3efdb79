/// Measurements of Ashlar beside the hand-written limit.
@NullMarked
package dev.ashlar.benchmarks;

import org.jspecify.annotations.NullMarked;
