package dev.ashlar.web.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.value.JsonBytes;
import dev.ashlar.model.value.JsonMismatch;
import dev.ashlar.model.value.JsonValues;
import dev.ashlar.runtime.operation.Cursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Writes cursors as texts that nobody else can make: sixteen bytes of an HMAC over the entity,
/// what it is sorted by and the values, and then the values as JSON.
final class Cursors {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int TAG = 16;
  private static final int LONGEST = 8192;

  /// About how many bytes the values take.
  private static final int EXPECTED = 128;

  /// Makes the cursors of another format, or of another use of the secret, differ.
  private static final String FORMAT = "ashlar cursor 1";

  private static final JsonFactory JSON = new JsonFactory();

  /// Copied for every cursor: finding one and giving it the key costs more than its work.
  private final Mac keyed;

  Cursors(String secret) {
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM + ".", impossible);
    }
  }

  /// The text of a cursor, in characters that a URL takes as they are.
  String write(EntityModel<?> entity, List<Order> keys, Cursor cursor) {
    byte[] values = json(keys, cursor);
    byte[] all = Arrays.copyOf(tag(entity, keys, values), TAG + values.length);
    System.arraycopy(values, 0, all, TAG, values.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /// The cursor of a text, unless it was made for another list, or by somebody else.
  Optional<Cursor> read(EntityModel<?> entity, List<Order> keys, String text) {
    byte[] all = decoded(text);
    if (all.length <= TAG) {
      return Optional.empty();
    }
    byte[] values = Arrays.copyOfRange(all, TAG, all.length);
    boolean ours = MessageDigest.isEqual(tag(entity, keys, values), Arrays.copyOf(all, TAG));
    return ours ? parse(keys, values) : Optional.empty();
  }

  private static byte[] decoded(String text) {
    try {
      return text.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      return new byte[0];
    }
  }

  private byte[] tag(EntityModel<?> entity, List<Order> keys, byte[] values) {
    var sorted = new StringBuilder(FORMAT).append('\n').append(entity.plural());
    for (Order order : keys) {
      sorted.append(order.descending() ? "\n-" : "\n+").append(column(order));
    }
    try {
      var mac = (Mac) keyed.clone();
      mac.update(sorted.append("\n\n").toString().getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(values), TAG);
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("Every JDK can copy " + ALGORITHM + ".", impossible);
    }
  }

  private static String column(Order order) {
    return order.term() instanceof At(var path, var column)
        ? path + "." + column.property()
        : order.term().toString();
  }

  // ---- the values ----

  private static byte[] json(List<Order> keys, Cursor cursor) {
    var out = new JsonBytes(EXPECTED);
    out.startArray();
    for (int i = 0; i < keys.size(); i++) {
      Object value = cursor.values().get(i);
      if (value == null) {
        out.nothing();
      } else {
        out.value(keys.get(i).term().type(), value);
      }
    }
    out.endArray();
    return Arrays.copyOf(out.array(), out.length());
  }

  // Of a class file, NullAway does not see that a list may hold null.
  @SuppressWarnings("NullAway")
  private static Optional<Cursor> parse(List<Order> keys, byte[] json) {
    var values = new ArrayList<@Nullable Object>();
    try (var parser = JSON.createParser(json)) {
      parser.nextToken();
      for (Order order : keys) {
        values.add(value(parser, order));
      }
    } catch (IOException | JsonMismatch ofAnotherModel) {
      // Signed by us, but a column has another type since.
      return Optional.empty();
    }
    return Optional.of(new Cursor(values));
  }

  private static @Nullable Object value(JsonParser parser, Order order) throws IOException {
    return parser.nextToken() == JsonToken.VALUE_NULL
        ? null
        : JsonValues.read(parser, order.term().type());
  }
}
