package dev.ashlar.testing.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/// Runs a test class once on each of these databases. Its constructor, lifecycle methods and tests
/// may take the [TestDatabase], which is new for the class and deleted after it.
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(DatabaseExtension.class)
public @interface OnDatabase {
  /// On which databases, in this order.
  DatabaseKind[] value();
}
