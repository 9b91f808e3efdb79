/// The immutable description of the entity records, and the values that travel between layers.
@NullMarked
package dev.ashlar.model;

import org.jspecify.annotations.NullMarked;
