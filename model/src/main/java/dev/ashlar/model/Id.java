package dev.ashlar.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the primary key: one `UUID` component, made by the application as UUIDv7.
@Target({ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.SOURCE)
public @interface Id {}
