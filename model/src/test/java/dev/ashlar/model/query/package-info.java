/// Models, changes and constraints at work.
@NullMarked
package dev.ashlar.model.query;

import org.jspecify.annotations.NullMarked;
