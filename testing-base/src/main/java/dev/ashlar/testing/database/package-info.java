/// Real databases for tests: one PostgreSQL per JVM, and a database of its own per test class.
@NullMarked
package dev.ashlar.testing.database;

import org.jspecify.annotations.NullMarked;
