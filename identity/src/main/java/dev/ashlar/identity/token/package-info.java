/// Access tokens, the keys that sign them, and the refresh tokens that renew them.
@NullMarked
package dev.ashlar.identity.token;

import org.jspecify.annotations.NullMarked;
