/// The command line of every application: run, migrate, seed and what surfaces contribute.
@NullMarked
package dev.ashlar.cli;

import org.jspecify.annotations.NullMarked;
