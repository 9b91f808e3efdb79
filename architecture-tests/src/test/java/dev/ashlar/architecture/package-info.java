/// The rules of the architecture, as tests over every module.
@NullMarked
package dev.ashlar.architecture;

import org.jspecify.annotations.NullMarked;
