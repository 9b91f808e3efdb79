package dev.ashlar.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Fills a view's `long` component with the number of a relation's rows.
@Target({ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.SOURCE)
public @interface Count {
  /// The to-many relation to count.
  String value();
}
