/// Runs the routes on Vert.x: the server, its limits, its deadlines, and its graceful end.
@NullMarked
package dev.ashlar.web.server;

import org.jspecify.annotations.NullMarked;
