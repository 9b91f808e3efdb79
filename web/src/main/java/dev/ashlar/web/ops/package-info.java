/// What an operator asks a running server: is it alive, is it ready, what does it measure.
@NullMarked
package dev.ashlar.web.ops;

import org.jspecify.annotations.NullMarked;
