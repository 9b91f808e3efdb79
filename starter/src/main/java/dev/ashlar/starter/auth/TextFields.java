package dev.ashlar.starter.auth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.ashlar.model.value.Violation;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.web.Problem;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a body that is one JSON object with these texts, each given once, and nothing else. What
/// it finds it never repeats, since it may be a password.
final class TextFields {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
          .build();

  private final List<String> names;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  private TextFields(List<String> names) {
    this.names = names;
  }

  /// The texts by their names.
  ///
  /// @throws dev.ashlar.web.ProblemException 400 when it is no JSON
  /// @throws Refusal naming everything in it that does not fit
  static Map<String, String> read(Buffer body, String... names) {
    var fields = new TextFields(List.of(names));
    try (var json = JSON.createParser(text(body))) {
      fields.object(json);
      if (json.nextToken() != null) {
        throw malformed("Found more after the JSON object; send one alone.");
      }
    } catch (JsonProcessingException broken) {
      var at = broken.getLocation();
      throw malformed(
          at == null
              ? "It is broken."
              : "It is broken at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr()));
    } catch (CharacterCodingException noText) {
      throw malformed("It is no text in UTF-8.");
    } catch (IOException impossible) {
      throw new IllegalStateException("A text can be read.", impossible);
    }
    return fields.found();
  }

  private void object(JsonParser json) throws IOException {
    if (json.nextToken() == null) {
      throw malformed("The body is empty; send an object with " + names + ".");
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw Refusal.invalid(
          List.of(new Violation("", "wrong_type", "Expected an object with " + names + ".")));
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      member(name, json);
    }
  }

  private void member(String name, JsonParser json) throws IOException {
    if (!names.contains(name)) {
      fault(name, "unknown_property", "Expected %s only.".formatted(names));
      json.skipChildren();
    } else if (json.currentToken() != JsonToken.VALUE_STRING) {
      fault(name, "wrong_type", "Expected a text.");
      json.skipChildren();
      values.putIfAbsent(name, "");
    } else if (values.putIfAbsent(name, json.getText()) != null) {
      fault(name, "duplicate_property", "Found it twice; give it once.");
    }
  }

  private void fault(String name, String code, String message) {
    var pointer = "/" + name.replace("~", "~0").replace("/", "~1");
    violations.add(new Violation(pointer, code, message));
  }

  private Map<String, String> found() {
    for (var name : names) {
      if (!values.containsKey(name)) {
        fault(name, "required", "Expected a text, found none.");
      }
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    return values;
  }

  /// Decoded here, since Jackson would also take it for UTF-16, and put up with what is no UTF-8.
  private static String text(Buffer body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.getBytes())).toString();
  }

  private static RuntimeException malformed(String detail) {
    return Problem.of(400, "malformed_json", "The body is not JSON").withDetail(detail).exception();
  }
}
