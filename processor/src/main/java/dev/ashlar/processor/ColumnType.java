package dev.ashlar.processor;

/// How a component's Java type is stored, and what generated code must know of it.
sealed interface ColumnType {
  /// The component's type, in a template.
  String java();

  /// The same as an object, in a template.
  String boxed();

  /// The expression of its `ValueType`, in a template.
  String valueType();

  /// The type on the wire as an object, in a template: of a reference, the key's.
  default String wire() {
    return boxed();
  }

  /// The expression of the codec of its wire type.
  String codec();

  /// Whether the codec must be made, and so is kept in a constant.
  default boolean makesCodec() {
    return this instanceof Enumeration || this instanceof Json;
  }

  /// The expression that reads it from the position of a row that is not null there.
  String read(String row, String position);

  /// A type with a constant of its own in `ValueType`.
  ///
  /// @param constant the constant's name
  /// @param accessor the accessor of `Row`
  /// @param cast what narrows the accessor's result, or nothing
  record Scalar(String java, String boxed, String constant, String accessor, String cast)
      implements ColumnType {
    @Override
    public String valueType() {
      return "«ValueType»." + constant;
    }

    @Override
    public String read(String row, String position) {
      return "%s%s.%s(%s)".formatted(cast, row, accessor, position);
    }

    @Override
    public String codec() {
      return "«JsonCodecs»." + constant;
    }

    boolean text() {
      return constant.equals("STRING");
    }
  }

  /// An enum.
  record Enumeration(String java) implements ColumnType {
    @Override
    public String boxed() {
      return java;
    }

    @Override
    public String valueType() {
      return "«ValueType».enumeration(%s.class)".formatted(java);
    }

    @Override
    public String codec() {
      return "«JsonCodecs».enumeration(%s.class)".formatted(java);
    }

    @Override
    public String read(String row, String position) {
      return "%s.valueOf(%s.string(%s))".formatted(java, row, position);
    }
  }

  /// A reference to an entity.
  record Reference(TypeName target) implements ColumnType {
    @Override
    public String java() {
      return "«Ref»<" + target.ref() + ">";
    }

    @Override
    public String boxed() {
      return java();
    }

    @Override
    public String valueType() {
      return "«ValueType».UUID";
    }

    @Override
    public String wire() {
      return "«UUID»";
    }

    @Override
    public String codec() {
      return "«JsonCodecs».UUID";
    }

    @Override
    public String read(String row, String position) {
      return "«Ref».of(%s.uuid(%s))".formatted(row, position);
    }

    /// The class of the target's generated columns.
    String columns() {
      return target.beside("_").ref();
    }
  }

  /// A nested record or a list, stored as JSON.
  ///
  /// @param erased the class without type arguments
  /// @param codec the expression of its codec
  record Json(String java, String erased, String codec) implements ColumnType {
    @Override
    public String boxed() {
      return java;
    }

    @Override
    public String valueType() {
      return "«ValueType».json(%s.class, %s)".formatted(erased, codec);
    }

    @Override
    public String read(String row, String position) {
      return "«JsonValues».parse(%s, %s.string(%s))".formatted(codec, row, position);
    }
  }
}
