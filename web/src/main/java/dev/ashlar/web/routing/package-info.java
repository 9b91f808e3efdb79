/// Finds what answers a path: templates, and the trie built from them once at start.
@NullMarked
package dev.ashlar.web.routing;

import org.jspecify.annotations.NullMarked;
