package shop;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of every type and constraint.
@Entity(plural = "samples")
public record Sample(
    @Id UUID id,
    @Pattern(regexp = "[a-z]+\\d*", flags = Pattern.Flag.CASE_INSENSITIVE)
        @Pattern(regexp = ".{3,}")
        String code,
    @Email String address,
    @AssertTrue boolean agreed,
    @Nullable Boolean answered,
    @PositiveOrZero byte tiny,
    @Nullable Byte maybeTiny,
    @Negative short small,
    @Nullable Short maybeSmall,
    int number,
    @Nullable Integer maybeNumber,
    long big,
    @Nullable Long maybeBig,
    float single,
    @Nullable Float maybeSingle,
    double twice,
    @Nullable Double maybeTwice,
    @Digits(integer = 8, fraction = 2) @DecimalMin(value = "0.5", inclusive = false) @DecimalMax("1e6")
        BigDecimal price,
    BigInteger huge,
    @Nullable Status status,
    @PastOrPresent Instant seenAt,
    @Future LocalDate due,
    LocalTime opens,
    @Nullable LocalDateTime meets,
    Duration length,
    @NotEmpty byte[] picture,
    byte @Nullable [] thumbnail,
    List<Place> places,
    List<List<Status>> grid) {}
