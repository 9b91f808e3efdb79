package dev.ashlar.web.rest;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.web.ErrorMapper;
import dev.ashlar.web.Problem;
import java.util.Optional;

/// Says in HTTP why an operation was not done: for this surface, and for routes of one's own that
/// use the same pipeline.
public final class Problems implements ErrorMapper {
  private static final String RETRY_AFTER_SECONDS = "1";

  @Override
  public Optional<Problem> problem(Throwable failure) {
    return switch (failure) {
      case Refusal refusal -> Optional.of(of(refusal));
      case DataException.Unavailable _ ->
          Optional.of(
              unavailable(
                  "The database cannot be asked at the moment. Whether a write was done is not"
                      + " known: repeat it with its Idempotency-Key."));
      case DataException.Conflict _ ->
          Optional.of(
              base(Refusal.Code.WRITE_CONFLICT)
                  .withDetail("Another request was in the way; send this one again."));
      default -> Optional.empty();
    };
  }

  /// What a refusal is in HTTP.
  static Problem of(Refusal refusal) {
    return base(refusal.code()).withDetail(refusal.detail()).withErrors(refusal.violations());
  }

  private static Problem base(Refusal.Code code) {
    return switch (code) {
      case NOT_FOUND -> problem(404, code, "There is nothing here");
      case UNAUTHENTICATED -> problem(401, code, "The caller is not known");
      case FORBIDDEN -> problem(403, code, "The caller may not do this");
      case INVALID -> problem(422, code, "The input does not fit");
      case STALE_VERSION -> problem(412, code, "The row has changed since it was read");
      case VERSION_REQUIRED -> problem(428, code, "The request names no version");
      case CONFLICT -> problem(409, code, "The row would break a rule of the data");
      case WRITE_CONFLICT ->
          problem(409, code, "Another write was in the way")
              .withHeader("Retry-After", RETRY_AFTER_SECONDS);
      case KEY_REUSED -> problem(422, code, "The idempotency key was used for something else");
      case TOO_MANY_AFFECTED -> problem(422, code, "More rows would change than are allowed to");
      case UNAVAILABLE ->
          problem(503, code, "The service is busy").withHeader("Retry-After", RETRY_AFTER_SECONDS);
    };
  }

  private static Problem unavailable(String detail) {
    return base(Refusal.Code.UNAVAILABLE).withDetail(detail);
  }

  private static Problem problem(int status, Refusal.Code code, String title) {
    return Problem.of(status, code.wire(), title);
  }

  /// 400: a parameter or header of the request cannot be understood.
  static Problem badQuery() {
    return Problem.of(400, "invalid_query", "The query cannot be understood");
  }

  /// 400: a header cannot be understood.
  static Problem badHeader(String name, String detail) {
    return Problem.of(400, "invalid_header", "A header cannot be understood")
        .withDetail(name + ": " + detail);
  }
}
