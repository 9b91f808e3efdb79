/// Who may do what: resolves users to actors, remembers them, and keeps them from rising by
/// themselves.
@NullMarked
package dev.ashlar.identity.actor;

import org.jspecify.annotations.NullMarked;
