package dev.ashlar.web.rest;

import dev.ashlar.runtime.operation.RequestContext.Terms;
import dev.ashlar.web.Exchange;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// What a request asks for in `Prefer` and `Idempotency-Key`.
///
/// Preferences that are not known are passed over, as RFC 7240 has it; a known one with a value
/// that it does not have is refused, since it may be there for safety.
///
/// @param minimal whether a write is answered without the row
/// @param applied what is obeyed, for `Preference-Applied`
record Preferences(boolean minimal, boolean total, Terms terms, String applied) {
  private static final CharSequence PREFER = HttpHeaders.createOptimized("prefer");
  private static final CharSequence KEY = HttpHeaders.createOptimized("idempotency-key");
  private static final CharSequence APPLIED = HttpHeaders.createOptimized("preference-applied");
  private static final int LONGEST_KEY = 255;

  private static final Preferences NONE = new Preferences(false, false, Terms.PLAIN, "");

  /// What a read may ask for: `count`.
  static Preferences ofRead(Exchange exchange) {
    var header = exchange.header(PREFER);
    if (header.isEmpty()) {
      return NONE;
    }
    boolean total = false;
    for (Preference each : parse(header.get())) {
      if (each.name.equals("count")) {
        if (!each.value.equals("exact") && !each.value.equals("planned")) {
          throw refused(each, "exact or planned");
        }
        total = true;
      }
    }
    return total ? new Preferences(false, true, Terms.PLAIN, "count=exact") : NONE;
  }

  /// What a write may ask for.
  static Preferences ofWrite(Exchange exchange) {
    var header = exchange.header(PREFER);
    var key = exchange.header(KEY);
    if (header.isEmpty() && key.isEmpty()) {
      return NONE;
    }
    key.ifPresent(Preferences::checkKey);
    boolean minimal = false;
    boolean dryRun = false;
    var most = OptionalInt.empty();
    var applied = new ArrayList<String>();
    for (Preference each : parse(header.orElse(""))) {
      switch (each.name) {
        case "return" -> minimal = choice(each, "minimal", "representation");
        case "tx" -> dryRun = choice(each, "rollback", "commit");
        case "max-affected" -> most = OptionalInt.of(count(each));
        default -> {
          continue;
        }
      }
      applied.add(each.name + "=" + each.value);
    }
    return new Preferences(
        minimal, false, new Terms(key, dryRun, most), String.join(", ", applied));
  }

  /// Says in the answer what was obeyed.
  void echo(Exchange exchange) {
    if (!applied.isEmpty()) {
      exchange.header(APPLIED, applied);
    }
  }

  private record Preference(String name, String value) {}

  private static List<Preference> parse(String header) {
    var preferences = new ArrayList<Preference>();
    for (String part : header.split(",", -1)) {
      int semicolon = part.indexOf(';');
      String pair = semicolon < 0 ? part : part.substring(0, semicolon);
      int equals = pair.indexOf('=');
      String name = (equals < 0 ? pair : pair.substring(0, equals)).strip();
      String value = equals < 0 ? "" : pair.substring(equals + 1).strip();
      if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
        value = value.substring(1, value.length() - 1);
      }
      preferences.add(new Preference(name.toLowerCase(Locale.ROOT), value));
    }
    return preferences;
  }

  /// Whether the value is the first of two.
  private static boolean choice(Preference preference, String one, String other) {
    if (!preference.value.equals(one) && !preference.value.equals(other)) {
      throw refused(preference, one + " or " + other);
    }
    return preference.value.equals(one);
  }

  private static int count(Preference preference) {
    int value = LimitParameter.number(preference.value);
    if (value < 0) {
      throw refused(preference, "a whole number");
    }
    return value;
  }

  private static RuntimeException refused(Preference preference, String expected) {
    return Problems.badHeader(
            "Prefer", "%s takes %s; found another value.".formatted(preference.name, expected))
        .exception();
  }

  private static void checkKey(String key) {
    boolean visible = !key.isEmpty() && key.length() <= LONGEST_KEY;
    for (int i = 0; i < key.length(); i++) {
      visible &= key.charAt(i) > ' ' && key.charAt(i) < 0x7f;
    }
    if (!visible) {
      throw Problems.badHeader(
              "Idempotency-Key",
              "Expected 1 to %d visible ASCII characters; a random UUID serves."
                  .formatted(LONGEST_KEY))
          .exception();
    }
  }
}
