/// Tests of what every driver does alike.
@NullMarked
package dev.ashlar.data.driver;

import org.jspecify.annotations.NullMarked;
