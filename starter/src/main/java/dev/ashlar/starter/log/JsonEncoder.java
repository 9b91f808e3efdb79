package dev.ashlar.starter.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/// Writes an entry as a JSON object on a line of its own; the values that belong to it are fields.
final class JsonEncoder extends EncoderBase<ILoggingEvent> {
  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] NOTHING = {};

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    var out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
      json.writeStringField("level", event.getLevel().toString());
      json.writeStringField("logger", event.getLoggerName());
      json.writeStringField("thread", event.getThreadName());
      json.writeStringField("message", event.getFormattedMessage());
      values(json, event);
      if (event.getThrowableProxy() != null) {
        json.writeStringField("error", ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("A log entry could not be written to memory.", impossible);
    }
    out.write('\n');
    return out.toByteArray();
  }

  private static void values(JsonGenerator json, ILoggingEvent event) throws IOException {
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        switch (pair.value) {
          case null -> json.writeNullField(pair.key);
          case Integer number -> json.writeNumberField(pair.key, number);
          case Long number -> json.writeNumberField(pair.key, number);
          case Boolean truth -> json.writeBooleanField(pair.key, truth);
          default -> json.writeStringField(pair.key, pair.value.toString());
        }
      }
    }
    for (Map.Entry<String, String> entry : event.getMDCPropertyMap().entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }
}
