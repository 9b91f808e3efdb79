package dev.ashlar.web.routing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Decodes percent-encoded UTF-8 once, strictly.
public final class PercentDecoder {
  private PercentDecoder() {}

  /// Decodes a part of a text.
  ///
  /// @param plusIsSpace whether `+` means a space, as in a query
  /// @throws MalformedUrlException for a broken escape, or bytes that are not UTF-8
  public static String decode(String text, int from, int to, boolean plusIsSpace) {
    int i = firstEncoded(text, from, to, plusIsSpace);
    if (i == to) {
      return text.substring(from, to);
    }
    byte[] bytes = new byte[to - from];
    int length = 0;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '%') {
        bytes[length++] = octet(text, at, to);
        at += 2;
      } else if (c == '+' && plusIsSpace) {
        bytes[length++] = ' ';
      } else if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else {
        throw new MalformedUrlException("a character that is not ASCII stands unencoded");
      }
    }
    return utf8(bytes, length);
  }

  private static int firstEncoded(String text, int from, int to, boolean plusIsSpace) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%' || c >= 0x80 || (c == '+' && plusIsSpace)) {
        return i;
      }
    }
    return to;
  }

  private static byte octet(String text, int at, int to) {
    int high = at + 2 < to ? Character.digit(text.charAt(at + 1), 16) : -1;
    int low = at + 2 < to ? Character.digit(text.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0) {
      throw new MalformedUrlException("a % is not followed by two hexadecimal digits");
    }
    return (byte) (high << 4 | low);
  }

  private static String utf8(byte[] bytes, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedUrlException("the percent-encoded bytes are not UTF-8", e);
    }
  }
}
