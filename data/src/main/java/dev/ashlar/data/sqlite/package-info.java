/// SQLite, embedded: its dialect, and the driver with one writer and several readers.
@NullMarked
package dev.ashlar.data.sqlite;

import org.jspecify.annotations.NullMarked;
