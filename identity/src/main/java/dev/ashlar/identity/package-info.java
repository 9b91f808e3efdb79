/// Users, teams, memberships, roles, keys and tokens.
@NullMarked
package dev.ashlar.identity;

import org.jspecify.annotations.NullMarked;
