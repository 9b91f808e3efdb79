/// Values against the table in `docs/values.md`.
@NullMarked
package dev.ashlar.model.value;

import org.jspecify.annotations.NullMarked;
