/// Tests of the databases for tests.
@NullMarked
package dev.ashlar.testing.database;

import org.jspecify.annotations.NullMarked;
