/// Passwords: which ones are accepted, how they are stored, and how guessing them is slowed down.
@NullMarked
package dev.ashlar.identity.password;

import org.jspecify.annotations.NullMarked;
