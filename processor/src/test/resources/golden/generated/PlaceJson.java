package shop;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonCodecs;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// Reads and writes [Place] as JSON.
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class PlaceJson implements JsonCodec<Place> {
  /// The codec, which has no state.
  public static final JsonCodec<Place> CODEC = new PlaceJson();

  private static final SerializedString STREET_NAME = new SerializedString("street");
  private static final SerializedString NUMBER_NAME = new SerializedString("number");
  private static final SerializedString STATUS_NAME = new SerializedString("status");
  private static final JsonCodec<Status> STATUS_CODEC = JsonCodecs.enumeration(Status.class);
  private static final SerializedString NEAR_NAME = new SerializedString("near");
  private static final SerializedString SINCE_NAME = new SerializedString("since");

  private PlaceJson() {}

  @Override
  public Place read(JsonParser parser) throws IOException {
    JsonCodecs.object(parser);
    @Nullable String street_ = null;
    @Nullable Integer number_ = null;
    @Nullable Status status_ = null;
    @Nullable List<Place> near_ = null;
    @Nullable Instant since_ = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String property = parser.currentName();
      parser.nextToken();
      switch (property) {
        case "street" -> street_ = JsonCodecs.property(parser, "street", JsonCodecs.STRING);
        case "number" -> number_ = JsonCodecs.property(parser, "number", JsonCodecs.INT);
        case "status" -> status_ = JsonCodecs.property(parser, "status", STATUS_CODEC);
        case "near" -> near_ = JsonCodecs.property(parser, "near", JsonCodecs.listOf(PlaceJson.CODEC));
        case "since" -> since_ = JsonCodecs.property(parser, "since", JsonCodecs.INSTANT);
        default -> throw JsonCodecs.unknown(property, "street", "number", "status", "near", "since");
      }
    }
    return new Place(
        JsonCodecs.required("street", street_),
        number_,
        JsonCodecs.required("status", status_),
        JsonCodecs.required("near", near_),
        since_);
  }

  @Override
  public void write(JsonGenerator generator, Place value) throws IOException {
    generator.writeStartObject();
    JsonCodecs.write(generator, STREET_NAME, JsonCodecs.STRING, value.street());
    JsonCodecs.write(generator, NUMBER_NAME, JsonCodecs.INT, value.number());
    JsonCodecs.write(generator, STATUS_NAME, STATUS_CODEC, value.status());
    JsonCodecs.write(generator, NEAR_NAME, JsonCodecs.listOf(PlaceJson.CODEC), value.near());
    JsonCodecs.write(generator, SINCE_NAME, JsonCodecs.INSTANT, value.since());
    generator.writeEndObject();
  }
}
