/// What a surface or a user's own route is written against: routes, exchanges, handlers, problems.
@NullMarked
package dev.ashlar.web;

import org.jspecify.annotations.NullMarked;
