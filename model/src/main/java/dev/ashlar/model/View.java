package dev.ashlar.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a record a shape to read another entity in; it costs at most one statement per relation
/// level.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface View {
  /// The entity that the view is a shape of.
  Class<? extends Record> value();
}
