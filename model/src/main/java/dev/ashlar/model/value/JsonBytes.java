package dev.ashlar.model.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/// Writes JSON as UTF-8 into an array of bytes: the way of rows, where a general generator costs
/// more than the values.
///
/// It puts the commas. That names, starts and ends fit together is up to the caller. Values look as
/// [JsonValues] writes them.
public final class JsonBytes {
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] NULL = ascii("null");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final int LONGEST_ESCAPE = 6;
  private static final int LONGEST_LONG = 20;

  private byte[] bytes;
  private int length;
  private boolean comma;

  /// @param expected about how many bytes there will be
  public JsonBytes(int expected) {
    bytes = new byte[expected];
  }

  /// A name as [#name] takes it, with its quotes and colon.
  public static byte[] nameOf(String name) {
    var out = new JsonBytes(name.length() + 3);
    out.name(name);
    return Arrays.copyOf(out.bytes, out.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  // ---- the whole ----

  /// The array that holds the bytes written, from its start; it may be longer than they are.
  public byte[] array() {
    return bytes;
  }

  /// How many bytes were written.
  public int length() {
    return length;
  }

  /// What was written, as text.
  public String text() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  // ---- structure ----

  public void startObject() {
    start('{');
  }

  public void endObject() {
    end('}');
  }

  public void startArray() {
    start('[');
  }

  public void endArray() {
    end(']');
  }

  private void start(char bracket) {
    begin(1);
    bytes[length++] = (byte) bracket;
    comma = false;
  }

  private void end(char bracket) {
    put(bracket);
    comma = true;
  }

  /// Writes the name of what follows.
  ///
  /// @param name as [#nameOf] gave it
  public void name(byte[] name) {
    append(name);
    comma = false;
  }

  /// Writes the name of what follows.
  public void name(String name) {
    string(name);
    put(':');
    comma = false;
  }

  /// Makes room for a value of at most so many bytes, behind a comma where one is due.
  private void begin(int most) {
    room(most + 1);
    if (comma) {
      bytes[length++] = ',';
    }
    comma = true;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  private void put(char c) {
    room(1);
    bytes[length++] = (byte) c;
  }

  private void append(byte[] ready) {
    begin(ready.length);
    System.arraycopy(ready, 0, bytes, length, ready.length);
    length += ready.length;
  }

  // ---- values ----

  /// Writes a stored value.
  public void value(ValueType type, Object stored) {
    switch (type.kind()) {
      case UUID -> value((UUID) stored);
      case STRING, ENUM -> string((String) stored);
      case BOOLEAN -> append((Boolean) stored ? TRUE : FALSE);
      case INT -> number((Integer) stored);
      case LONG -> number((Long) stored);
      case DOUBLE -> append(ascii(JsonValues.finite((Double) stored).toString()));
      case DECIMAL -> append(ascii(((BigDecimal) stored).toPlainString()));
      case INTEGER -> append(ascii(stored.toString()));
      case INSTANT -> {
        quote();
        unquote(Iso.write((Instant) stored, bytes, length));
      }
      case DATE -> {
        quote();
        unquote(Iso.write((LocalDate) stored, bytes, length));
      }
      case TIME -> {
        quote();
        unquote(Iso.write((LocalTime) stored, bytes, length));
      }
      case DATE_TIME -> {
        quote();
        unquote(Iso.write((LocalDateTime) stored, bytes, length));
      }
      case DURATION -> string(stored.toString());
      case BYTES -> string(Base64.getEncoder().encodeToString((byte[]) stored));
      case JSON -> json((String) stored);
    }
  }

  /// Writes a key.
  public void value(UUID value) {
    quote();
    unquote(Iso.write(value, bytes, length));
  }

  /// Writes JSON that is ready.
  public void json(String value) {
    append(value.getBytes(StandardCharsets.UTF_8));
  }

  public void nothing() {
    append(NULL);
  }

  private void quote() {
    begin(Iso.LONGEST + 2);
    bytes[length++] = '"';
  }

  private void unquote(int end) {
    bytes[end] = '"';
    length = end + 1;
  }

  /// Writes a whole number.
  public void number(long value) {
    if (value < 0) {
      append(ascii(Long.toString(value)));
      return;
    }
    begin(LONGEST_LONG);
    int end = length + digits(value);
    long rest = value;
    for (int at = end - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length = end;
  }

  private static int digits(long value) {
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  /// Writes a text.
  public void string(String value) {
    int size = value.length();
    begin(size + 2);
    bytes[length++] = '"';
    for (int i = 0; i < size; i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c > '~') {
        escaped(value, i);
        return;
      }
      bytes[length++] = (byte) c;
    }
    bytes[length++] = '"';
  }

  /// Writes the rest of a text, from the first character that is not one byte as it is.
  private void escaped(String value, int from) {
    for (int i = from; i < value.length(); i++) {
      room(LONGEST_ESCAPE + 1);
      char c = value.charAt(i);
      if (c < 0x80) {
        escaped(c);
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xC0 | c >> 6);
        continued(c);
      } else if (!Character.isSurrogate(c)) {
        bytes[length++] = (byte) (0xE0 | c >> 12);
        continued(c >> 6);
        continued(c);
      } else if (i + 1 < value.length() && Character.isSurrogatePair(c, value.charAt(i + 1))) {
        i++;
        int point = Character.toCodePoint(c, value.charAt(i));
        bytes[length++] = (byte) (0xF0 | point >> 18);
        continued(point >> 12);
        continued(point >> 6);
        continued(point);
      } else {
        unicode(c);
      }
    }
    put('"');
  }

  /// Writes the next byte of a character that takes several: six of its bits.
  private void continued(int bits) {
    bytes[length++] = (byte) (0x80 | (bits & 0x3F));
  }

  private void escaped(char c) {
    switch (c) {
      case '"', '\\' -> backslash(c);
      case '\b' -> backslash('b');
      case '\t' -> backslash('t');
      case '\n' -> backslash('n');
      case '\f' -> backslash('f');
      case '\r' -> backslash('r');
      default -> {
        if (c < ' ') {
          unicode(c);
        } else {
          bytes[length++] = (byte) c;
        }
      }
    }
  }

  private void backslash(char c) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) c;
  }

  private void unicode(char c) {
    backslash('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[c >> shift & 0xF];
    }
  }
}
