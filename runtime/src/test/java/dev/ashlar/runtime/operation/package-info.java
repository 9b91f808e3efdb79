/// Tests of the pipeline and of the tables it keeps.
@NullMarked
package dev.ashlar.runtime.operation;

import org.jspecify.annotations.NullMarked;
