package dev.ashlar.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.Refusal.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What refusals and failures of the database are in HTTP.
final class ProblemsTest {
  private final Problems problems = new Problems();

  @Test
  void tellWhoWasInTheWayOfOthersToTryAgain() {
    for (Throwable failure :
        new Throwable[] {
          new Refusal(Code.WRITE_CONFLICT, "Deadlock."),
          new DataException.Conflict("Deadlock.", new IllegalStateException())
        }) {
      var problem = problems.problem(failure).orElseThrow();

      assertThat(problem.status()).isEqualTo(409);
      assertThat(problem.code()).isEqualTo("write_conflict");
      assertThat(problem.headers()).containsEntry("Retry-After", "1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void callEveryRefusalByItsName(Code code) {
    var problem = problems.problem(new Refusal(code, "Because.")).orElseThrow();

    assertThat(problem.code()).isEqualTo(code.wire());
    assertThat(problem.status()).isBetween(400, code == Code.UNAVAILABLE ? 503 : 499);
  }
}
