package dev.retort.processor.diagnostic;

import dev.retort.operation.Operation;
import dev.retort.problem.Passwords;
import java.util.List;

/**
 * Operations in words, which are the author's own where there is SQL in them: without passwords.
 */
public final class OperationWords {

  private OperationWords() {}

  public static String of(Operation operation) {
    return Passwords.strip(operation.describe());
  }

  public static List<String> of(List<Operation> operations) {
    return operations.stream().map(OperationWords::of).toList();
  }
}
