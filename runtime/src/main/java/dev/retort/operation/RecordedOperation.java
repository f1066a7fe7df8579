package dev.retort.operation;

import static java.util.Objects.requireNonNull;

/**
 * An operation and where it was recorded.
 *
 * @param operation the operation
 * @param source the line of code that recorded it
 */
public record RecordedOperation(Operation operation, SourceLine source) {

  public RecordedOperation {
    requireNonNull(operation, "operation");
    requireNonNull(source, "source");
  }
}
