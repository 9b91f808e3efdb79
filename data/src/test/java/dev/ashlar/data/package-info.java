/// Tests of the data module as a whole.
@NullMarked
package dev.ashlar.data;

import org.jspecify.annotations.NullMarked;
