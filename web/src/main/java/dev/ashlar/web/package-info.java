/// The HTTP server and the surfaces it carries.
@NullMarked
package dev.ashlar.web;

import org.jspecify.annotations.NullMarked;
