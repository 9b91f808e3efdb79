/// The types that values have, the rows they come in, and the constraints they are held to.
@NullMarked
package dev.ashlar.model.value;

import org.jspecify.annotations.NullMarked;
