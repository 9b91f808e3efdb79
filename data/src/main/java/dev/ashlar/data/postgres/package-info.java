/// PostgreSQL: its dialect, and the driver that pipelines statements to it.
@NullMarked
package dev.ashlar.data.postgres;

import org.jspecify.annotations.NullMarked;
