package dev.ashlar.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the list of this record as seen from the record that a `Ref` points at.
@Target({ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.SOURCE)
public @interface Inverse {
  /// The relation's name on the other side, such as `comments`.
  String value();
}
