package dev.ashlar.testing.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Runs a test class once on every database that Ashlar knows; see [OnDatabase].
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnDatabase({DatabaseKind.POSTGRESQL, DatabaseKind.SQLITE})
public @interface OnEveryDatabase {}
