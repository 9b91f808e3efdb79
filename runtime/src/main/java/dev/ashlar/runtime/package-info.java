/// The one pipeline every operation runs through, and what it needs: container, configuration,
/// policy, events.
@NullMarked
package dev.ashlar.runtime;

import org.jspecify.annotations.NullMarked;
