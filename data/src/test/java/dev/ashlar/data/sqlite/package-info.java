/// Tests of the way to SQLite.
@NullMarked
package dev.ashlar.data.sqlite;

import org.jspecify.annotations.NullMarked;
