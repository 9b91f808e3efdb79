package dev.ashlar.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the optimistic version: one `int` component, 1 at creation and one more at every update.
@Target({ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.SOURCE)
public @interface Version {}
