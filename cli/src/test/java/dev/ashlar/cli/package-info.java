/// Tests of the command line, on an application with a real database.
@NullMarked
package dev.ashlar.cli;

import org.jspecify.annotations.NullMarked;
