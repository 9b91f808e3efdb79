/// Repositories, transactions and services, and the engine that runs them.
@NullMarked
package dev.ashlar.runtime;

import org.jspecify.annotations.NullMarked;
