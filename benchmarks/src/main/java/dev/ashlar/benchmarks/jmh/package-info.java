/// JMH benchmarks of single steps: rows read and written, plans found, policies bound.
@NullMarked
package dev.ashlar.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
