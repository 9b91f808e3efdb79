package dev.ashlar.model.value;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes and parses dates, times and keys digit by digit: formatters cost more than the digits on
/// the paths every row takes.
///
/// Parsers answer null to a text of another form or out of range.
final class Iso {
  /// The longest text written here: a key's.
  static final int LONGEST = 36;

  /// 0001-01-01T00:00:00Z, the first second of the range.
  private static final long FIRST_SECOND = -62_135_596_800L;

  /// 9999-12-31T23:59:59Z, the last second of the range.
  private static final long LAST_SECOND = 253_402_300_799L;

  private static final int SECONDS_OF_DAY = 86_400;
  private static final int LENGTH_OF_DATE = 10;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

  private Iso() {}

  // ---- writing, from a position on: each answers where the text ends ----

  static int write(UUID value, byte[] out, int at) {
    long upper = value.getMostSignificantBits();
    long lower = value.getLeastSignificantBits();
    hex(upper >>> 32, 8, out, at);
    out[at + 8] = '-';
    hex(upper >>> 16, 4, out, at + 9);
    out[at + 13] = '-';
    hex(upper, 4, out, at + 14);
    out[at + 18] = '-';
    hex(lower >>> 48, 4, out, at + 19);
    out[at + 23] = '-';
    hex(lower, 12, out, at + 24);
    return at + LONGEST;
  }

  private static void hex(long value, int digits, byte[] out, int at) {
    for (int i = at + digits - 1; i >= at; i--) {
      out[i] = HEX[(int) value & 0xf];
      value >>>= 4;
    }
  }

  static int write(Instant value, byte[] out, int at) {
    long seconds = value.getEpochSecond();
    date(Math.floorDiv(seconds, SECONDS_OF_DAY), out, at);
    out[at + LENGTH_OF_DATE] = 'T';
    int second = Math.floorMod(seconds, SECONDS_OF_DAY);
    int end = time(second, value.getNano() / 1000, out, at + LENGTH_OF_DATE + 1);
    out[end] = 'Z';
    return end + 1;
  }

  static int write(LocalDate value, byte[] out, int at) {
    date(value.getYear(), value.getMonthValue(), value.getDayOfMonth(), out, at);
    return at + LENGTH_OF_DATE;
  }

  static int write(LocalTime value, byte[] out, int at) {
    long micros = value.toNanoOfDay() / 1000;
    return time((int) (micros / 1_000_000), (int) (micros % 1_000_000), out, at);
  }

  static int write(LocalDateTime value, byte[] out, int at) {
    int end = write(value.toLocalDate(), out, at);
    out[end] = 'T';
    return write(value.toLocalTime(), out, end + 1);
  }

  /// The proleptic Gregorian date of a day since 1970, by counting in years that begin in March.
  private static void date(long epochDay, byte[] out, int at) {
    long day = epochDay + 719_468;
    long era = Math.floorDiv(day, 146_097);
    int ofEra = (int) (day - era * 146_097);
    int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * ofYear + 2) / 153;
    int dayOfMonth = ofYear - (153 * monthFromMarch + 2) / 5 + 1;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
    date(year, month, dayOfMonth, out, at);
  }

  private static void date(int year, int month, int day, byte[] out, int at) {
    decimal(year, 4, out, at);
    out[at + 4] = '-';
    decimal(month, 2, out, at + 5);
    out[at + 7] = '-';
    decimal(day, 2, out, at + 8);
  }

  /// Seconds always; of the fraction three digits or six, as many as it takes, or none.
  private static int time(int secondOfDay, int micros, byte[] out, int at) {
    decimal(secondOfDay / 3600, 2, out, at);
    out[at + 2] = ':';
    decimal(secondOfDay / 60 % 60, 2, out, at + 3);
    out[at + 5] = ':';
    decimal(secondOfDay % 60, 2, out, at + 6);
    int end = at + 8;
    if (micros == 0) {
      return end;
    }
    out[end] = '.';
    if (micros % 1000 == 0) {
      decimal(micros / 1000, 3, out, end + 1);
      return end + 4;
    }
    decimal(micros, 6, out, end + 1);
    return end + 7;
  }

  private static void decimal(int value, int digits, byte[] out, int at) {
    for (int i = at + digits - 1; i >= at; i--) {
      out[i] = (byte) ('0' + value % 10);
      value /= 10;
    }
  }

  // ---- parsing ----

  static @Nullable UUID uuid(char[] text, int from, int length) {
    if (length != LONGEST
        || text[from + 8] != '-'
        || text[from + 13] != '-'
        || text[from + 18] != '-'
        || text[from + 23] != '-') {
      return null;
    }
    long a = hex(text, from, 8);
    long b = hex(text, from + 9, 4);
    long c = hex(text, from + 14, 4);
    long d = hex(text, from + 19, 4);
    long e = hex(text, from + 24, 12);
    return (a | b | c | d | e) < 0 ? null : new UUID(a << 32 | b << 16 | c, d << 48 | e);
  }

  /// Negative when one of the characters is no digit; 12 digits leave room for the sign.
  private static long hex(char[] text, int from, int digits) {
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      char c = text[i];
      int digit = c > 'f' ? -1 : Character.digit(c, 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  static @Nullable LocalDate date(char[] text, int from, int length) {
    if (length != LENGTH_OF_DATE || text[from + 4] != '-' || text[from + 7] != '-') {
      return null;
    }
    int year = decimal(text, from, 4);
    int month = decimal(text, from + 5, 2);
    int day = decimal(text, from + 8, 2);
    boolean fits = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!fits || (day > 28 && day > YearMonth.of(year, month).lengthOfMonth())) {
      return null;
    }
    return LocalDate.of(year, month, day);
  }

  static @Nullable LocalTime time(char[] text, int from, int length) {
    if (length < 5 || text[from + 2] != ':') {
      return null;
    }
    int hour = decimal(text, from, 2);
    int minute = decimal(text, from + 3, 2);
    int second = 0;
    int micros = 0;
    if (length > 5) {
      second = length >= 8 && text[from + 5] == ':' ? decimal(text, from + 6, 2) : -1;
      micros = length > 8 ? fraction(text, from + 8, length - 8) : 0;
    }
    return hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59
        ? null
        : micros < 0 ? null : LocalTime.of(hour, minute, second, micros * 1000);
  }

  static @Nullable LocalDateTime dateTime(char[] text, int from, int length) {
    if (length <= LENGTH_OF_DATE || (text[from + LENGTH_OF_DATE] | 0x20) != 't') {
      return null;
    }
    var date = date(text, from, LENGTH_OF_DATE);
    var time = time(text, from + LENGTH_OF_DATE + 1, length - LENGTH_OF_DATE - 1);
    return date == null || time == null ? null : LocalDateTime.of(date, time);
  }

  /// RFC 3339, with any offset.
  static @Nullable Instant instant(char[] text, int from, int length) {
    int offset = offset(text, from, length);
    if (offset == NO_OFFSET) {
      return null;
    }
    int local = (text[from + length - 1] | 0x20) == 'z' ? length - 1 : length - 6;
    // Seconds are mandatory in RFC 3339.
    var dateTime = local < 19 ? null : dateTime(text, from, local);
    if (dateTime == null) {
      return null;
    }
    long day = dateTime.toLocalDate().toEpochDay();
    long seconds = day * SECONDS_OF_DAY + dateTime.toLocalTime().toSecondOfDay() - offset;
    return inRange(seconds)
        ? Instant.ofEpochSecond(seconds, dateTime.get(ChronoField.NANO_OF_SECOND))
        : null;
  }

  private static final int NO_OFFSET = Integer.MIN_VALUE;

  private static int offset(char[] text, int from, int length) {
    if (length < 20) {
      return NO_OFFSET;
    }
    int end = from + length;
    if ((text[end - 1] | 0x20) == 'z') {
      return 0;
    }
    char sign = text[end - 6];
    int hours = decimal(text, end - 5, 2);
    int minutes = decimal(text, end - 2, 2);
    boolean fits =
        (sign == '+' || sign == '-')
            && text[end - 3] == ':'
            && hours >= 0
            && hours <= 23
            && minutes >= 0
            && minutes <= 59;
    int seconds = hours * 3600 + minutes * 60;
    return fits ? (sign == '-' ? -seconds : seconds) : NO_OFFSET;
  }

  /// Whether a moment is in the years 0001 to 9999.
  static boolean inRange(long epochSecond) {
    return epochSecond >= FIRST_SECOND && epochSecond <= LAST_SECOND;
  }

  /// A point and one to nine digits, as whole microseconds; -1 for another form.
  private static int fraction(char[] text, int from, int length) {
    if (text[from] != '.' || length < 2 || length > 10) {
      return -1;
    }
    int micros = 0;
    for (int i = 1; i < length; i++) {
      int digit = text[from + i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      micros = i <= 6 ? micros * 10 + digit : micros;
    }
    for (int i = length; i <= 6; i++) {
      micros *= 10;
    }
    return micros;
  }

  private static int decimal(char[] text, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
