/// The description of the REST surface as OpenAPI 3.1, with examples, and Swagger UI to try it out.
@NullMarked
package dev.ashlar.web.openapi;

import org.jspecify.annotations.NullMarked;
