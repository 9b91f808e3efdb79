/// Tests of the server over real sockets.
@NullMarked
package dev.ashlar.web.server;

import org.jspecify.annotations.NullMarked;
