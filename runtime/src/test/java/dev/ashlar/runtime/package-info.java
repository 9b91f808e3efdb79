/// Tests of the engine, of repositories and transactions, on every database.
@NullMarked
package dev.ashlar.runtime;

import org.jspecify.annotations.NullMarked;
