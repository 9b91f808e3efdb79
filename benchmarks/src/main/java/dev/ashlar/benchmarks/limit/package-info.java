/// The hand-written service that the comparison takes as the limit: Vert.x and SQL, without
/// security.
@NullMarked
package dev.ashlar.benchmarks.limit;

import org.jspecify.annotations.NullMarked;
