/// What is held of actors: resolved, remembered, forgotten, and kept below their ceiling.
@NullMarked
package dev.ashlar.identity.actor;

import org.jspecify.annotations.NullMarked;
