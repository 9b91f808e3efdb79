/// Time that stands still until a test moves it.
@NullMarked
package dev.ashlar.testing.time;

import org.jspecify.annotations.NullMarked;
