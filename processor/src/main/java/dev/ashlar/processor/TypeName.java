package dev.ashlar.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/// The name of a declared type, as [Source] wants it.
///
/// @param packageName its package
/// @param nested its name inside the package, with `$` between nested ones
record TypeName(String packageName, String nested) {
  static TypeName of(TypeElement type) {
    String nested = type.getSimpleName().toString();
    Element outer = type.getEnclosingElement();
    while (outer instanceof TypeElement) {
      nested = outer.getSimpleName() + "$" + nested;
      outer = outer.getEnclosingElement();
    }
    String in = outer instanceof PackageElement it ? it.getQualifiedName().toString() : "";
    return new TypeName(in, nested);
  }

  /// The qualified name of a type that is not nested.
  String qualified() {
    return packageName + "." + nested;
  }

  /// The type's simple name.
  String simple() {
    return nested.substring(nested.lastIndexOf('$') + 1);
  }

  /// The type in a template.
  String ref() {
    return "«" + packageName + "." + nested + "»";
  }

  /// A type generated beside it, in a template.
  TypeName beside(String suffix) {
    return new TypeName(packageName, simple() + suffix);
  }
}
