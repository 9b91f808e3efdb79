/// What records are written with: annotations, references, changes and hidden values.
@NullMarked
package dev.ashlar.model;

import org.jspecify.annotations.NullMarked;
