package dev.ashlar.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Bounds a nested list of a view to its first elements per parent.
@Target({ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.SOURCE)
public @interface Take {
  /// The largest number of elements, at least 1.
  int value();

  /// The order, such as `-createdAt`; empty orders by the primary key.
  String[] order() default {};
}
