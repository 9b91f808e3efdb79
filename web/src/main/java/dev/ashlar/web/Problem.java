package dev.ashlar.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.model.value.Violation;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What went wrong with a request, as RFC 9457 has it.
///
/// @param status the HTTP status, 400 to 599
/// @param code a stable word for the kind of problem, such as `version_stale`; the type is
///   `urn:ashlar:problem:<code>`
/// @param title the kind of problem in a sentence, the same for every occurrence
/// @param detail what is wrong this time and how to mend it
/// @param errors the faults of the input, one by one
/// @param headers response headers that belong to the problem, such as `Retry-After`
public record Problem(
    int status,
    String code,
    String title,
    @Nullable String detail,
    List<Violation> errors,
    Map<String, String> headers) {
  private static final JsonFactory JSON = new JsonFactory();

  public Problem {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException(
          "The problem %s has status %d; a problem's status is 400 to 599."
              .formatted(code, status));
    }
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  /// A problem without detail.
  public static Problem of(int status, String code, String title) {
    return new Problem(status, code, title, null, List.of(), Map.of());
  }

  /// 400: the request cannot be understood.
  public static Problem badRequest(String code, String detail) {
    return of(400, code, "The request cannot be understood").withDetail(detail);
  }

  /// 401: the caller is not known.
  public static Problem unauthenticated(String detail) {
    return of(401, "unauthenticated", "The caller is not known").withDetail(detail);
  }

  /// 404: there is nothing at this address that the caller may see.
  public static Problem notFound() {
    return of(404, "not_found", "There is nothing here");
  }

  /// The same problem with what is wrong this time.
  public Problem withDetail(String detail) {
    return new Problem(status, code, title, detail, errors, headers);
  }

  /// The same problem with the faults of the input.
  public Problem withErrors(List<Violation> errors) {
    return new Problem(status, code, title, detail, errors, headers);
  }

  /// The same problem with one more response header.
  public Problem withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, code, title, detail, errors, more);
  }

  /// This problem, to be thrown.
  public ProblemException exception() {
    return new ProblemException(this);
  }

  /// The stable name of this kind of problem.
  public String type() {
    return "urn:ashlar:problem:" + code;
  }

  /// The document that the client gets.
  public Buffer json(String requestId) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      write(json, requestId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toByteArray());
  }

  private void write(JsonGenerator json, String requestId) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type());
    json.writeStringField("title", title);
    json.writeNumberField("status", status);
    if (detail != null) {
      json.writeStringField("detail", wellFormed(detail));
    }
    json.writeStringField("code", code);
    if (!errors.isEmpty()) {
      json.writeArrayFieldStart("errors");
      for (Violation error : errors) {
        json.writeStartObject();
        json.writeStringField("pointer", wellFormed(error.pointer()));
        json.writeStringField("code", error.code());
        json.writeStringField("message", wellFormed(error.message()));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeStringField("requestId", requestId);
    json.writeEndObject();
  }

  /// What a client sent is repeated to it, and JSON may escape half a character that UTF-8 has not.
  private static String wellFormed(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        i++;
      } else {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\ufffd');
      }
    }
    return mended == null ? text : mended.toString();
  }
}
