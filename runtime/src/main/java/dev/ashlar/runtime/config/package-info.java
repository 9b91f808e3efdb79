/// Typed settings, read once at start from the environment and from files, with every fault told at
/// once.
@NullMarked
package dev.ashlar.runtime.config;

import org.jspecify.annotations.NullMarked;
