/// Compiles small models in memory, and looks at what comes out.
@NullMarked
package dev.ashlar.processor;

import org.jspecify.annotations.NullMarked;
