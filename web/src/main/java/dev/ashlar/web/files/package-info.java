/// Serves fixed files from the class path, such as the scripts and styles of a page.
@NullMarked
package dev.ashlar.web.files;

import org.jspecify.annotations.NullMarked;
