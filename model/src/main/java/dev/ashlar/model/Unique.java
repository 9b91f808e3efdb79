package dev.ashlar.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Demands that a component, or the named components together, differ between rows.
@Repeatable(Unique.All.class)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.SOURCE)
public @interface Unique {
  /// The components, when written on the record; empty when written on a component.
  String[] value() default {};

  /// Holds several of them on one record.
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.SOURCE)
  @interface All {
    /// The annotations, in the order written.
    Unique[] value();
  }
}
