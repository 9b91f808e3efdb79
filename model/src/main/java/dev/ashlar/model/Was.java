package dev.ashlar.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names what a record or component was called before, so that a migration renames it and keeps the
/// data.
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.SOURCE)
public @interface Was {
  /// The former name, as it was written in Java.
  String value();
}
