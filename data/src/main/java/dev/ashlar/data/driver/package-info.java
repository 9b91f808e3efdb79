/// What every database can be asked: statements, units of them, sessions and their failures,
/// without blocking.
@NullMarked
package dev.ashlar.data.driver;

import org.jspecify.annotations.NullMarked;
