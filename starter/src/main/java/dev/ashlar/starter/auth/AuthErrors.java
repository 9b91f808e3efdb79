package dev.ashlar.starter.auth;

import dev.ashlar.identity.password.PasswordsBusyException;
import dev.ashlar.web.ErrorMapper;
import dev.ashlar.web.Problem;
import java.util.Optional;

/// Says in HTTP that passwords could not be looked at.
public final class AuthErrors implements ErrorMapper {
  @Override
  public Optional<Problem> problem(Throwable failure) {
    return failure instanceof PasswordsBusyException
        ? Optional.of(
            Problem.of(503, "unavailable", "The service is busy")
                .withDetail("Too many are logging in at once; try again.")
                .withHeader("Retry-After", "2"))
        : Optional.empty();
  }
}
