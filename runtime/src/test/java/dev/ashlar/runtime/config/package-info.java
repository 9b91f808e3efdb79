/// Tests of settings: where they come from, and what is said of wrong ones.
@NullMarked
package dev.ashlar.runtime.config;

import org.jspecify.annotations.NullMarked;
