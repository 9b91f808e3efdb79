package dev.ashlar.processor;

/// Writes the codec of a nested record.
final class JsonWriter {
  private JsonWriter() {}

  /// The class that reads and writes a nested record: `Address` has `AddressJson`.
  static String codecName(TypeName record) {
    return record.nested().replace("$", "") + "Json";
  }
}
