/// The harness that loads the contenders over HTTP, one after another, and compares what they cost.
@NullMarked
package dev.ashlar.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
