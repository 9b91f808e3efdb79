/// The starter: one call that runs an application with the default set of modules.
@NullMarked
package dev.ashlar;

import org.jspecify.annotations.NullMarked;
