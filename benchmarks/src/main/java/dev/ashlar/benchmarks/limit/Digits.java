package dev.ashlar.benchmarks.limit;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.UUID;

/// Writes ids and times digit by digit into a byte array that has room for them.
final class Digits {

  /// How many bytes an id takes.
  static final int ID_LENGTH = 36;

  /// How many bytes a time takes.
  static final int INSTANT_LENGTH = 27;

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, BIG_ENDIAN);

  /// The two hexadecimal digits of every byte, to be stored as one.
  private static final short[] PAIRS = pairs();

  private static final int MICROS = 1_000_000;
  private static final int SECONDS_OF_DAY = 86_400;

  private Digits() {}

  private static short[] pairs() {
    byte[] hex = "0123456789abcdef".getBytes(ISO_8859_1);
    short[] pairs = new short[256];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (short) (hex[i >> 4] << 8 | hex[i & 15]);
    }
    return pairs;
  }

  static void uuid(UUID id, byte[] out, int at) {
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    quad((int) (high >>> 48), out, at);
    quad((int) (high >>> 32), out, at + 4);
    out[at + 8] = '-';
    quad((int) (high >>> 16), out, at + 9);
    out[at + 13] = '-';
    quad((int) high, out, at + 14);
    out[at + 18] = '-';
    quad((int) (low >>> 48), out, at + 19);
    out[at + 23] = '-';
    quad((int) (low >>> 32), out, at + 24);
    quad((int) (low >>> 16), out, at + 28);
    quad((int) low, out, at + 32);
  }

  /// The four digits of the lower sixteen bits.
  private static void quad(int bits, byte[] out, int at) {
    SHORTS.set(out, at, PAIRS[bits >>> 8 & 255]);
    SHORTS.set(out, at + 2, PAIRS[bits & 255]);
  }

  /// ISO 8601 in UTC with microseconds: `2025-01-01T00:00:00.000001Z`.
  static void instant(long micros, byte[] out, int at) {
    long seconds = Math.floorDiv(micros, (long) MICROS);
    int fraction = (int) (micros - seconds * MICROS);
    long day = Math.floorDiv(seconds, (long) SECONDS_OF_DAY);
    int second = (int) (seconds - day * SECONDS_OF_DAY);
    date(day, out, at);
    out[at + 10] = 'T';
    int minute = second / 60;
    two(minute / 60, out, at + 11);
    out[at + 13] = ':';
    two(minute % 60, out, at + 14);
    out[at + 16] = ':';
    two(second % 60, out, at + 17);
    out[at + 19] = '.';
    two(fraction / 10_000, out, at + 20);
    two(fraction / 100 % 100, out, at + 22);
    two(fraction % 100, out, at + 24);
    out[at + 26] = 'Z';
  }

  /// The Gregorian date of a day since 1970, by counting in years that begin in March.
  private static void date(long epochDay, byte[] out, int at) {
    long day = epochDay + 719_468;
    long era = Math.floorDiv(day, 146_097L);
    int ofEra = (int) (day - era * 146_097);
    int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * ofYear + 2) / 153;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
    two(year / 100, out, at);
    two(year % 100, out, at + 2);
    out[at + 4] = '-';
    two(month, out, at + 5);
    out[at + 7] = '-';
    two(ofYear - (153 * monthFromMarch + 2) / 5 + 1, out, at + 8);
  }

  private static void two(int value, byte[] out, int at) {
    int tens = value / 10;
    out[at] = (byte) ('0' + tens);
    out[at + 1] = (byte) ('0' + value - tens * 10);
  }
}
