package shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record Place(
    String street, @Nullable Integer number, Status status, List<Place> near, @Nullable Instant since) {}
