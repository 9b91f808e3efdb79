package dev.ashlar.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Asks for an index on a component, or on the named components in order; `-name` sorts descending.
@Repeatable(Index.All.class)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.SOURCE)
public @interface Index {
  /// The components, when written on the record; empty when written on a component.
  String[] value() default {};

  /// Holds several of them on one record.
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.SOURCE)
  @interface All {
    /// The annotations, in the order written.
    Index[] value();
  }
}
