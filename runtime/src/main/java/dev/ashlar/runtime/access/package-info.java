/// Who asks, what the rules say, and what follows from both: the condition that every query
/// carries.
@NullMarked
package dev.ashlar.runtime.access;

import org.jspecify.annotations.NullMarked;
