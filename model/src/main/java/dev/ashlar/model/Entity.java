package dev.ashlar.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a record the single source of truth for a table and for its shape on every surface.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface Entity {
  /// The plural used for the table and the URL; empty derives it from the record's name (`Task`
  /// gives `tasks`).
  String plural() default "";
}
