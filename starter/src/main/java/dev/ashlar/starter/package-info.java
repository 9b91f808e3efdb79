/// What the starter is made of: the settings of a server, how its parts are put together, and the
/// routes that log users in.
@NullMarked
package dev.ashlar.starter;

import org.jspecify.annotations.NullMarked;
