/// Contracts for what extends an application without the runtime knowing it: commands, and the
/// modules that bring tables.
@NullMarked
package dev.ashlar.runtime.spi;

import org.jspecify.annotations.NullMarked;
