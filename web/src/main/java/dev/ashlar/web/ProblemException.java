package dev.ashlar.web;

/// Ends a request with a problem document; thrown by whoever finds the fault.
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    // A fault of the client is no fault of the code: its stack would cost and tell nothing.
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  /// What to answer.
  public Problem problem() {
    return problem;
  }
}
