package dev.retort.processor.generate;

import static java.util.Objects.requireNonNull;

import dev.retort.operation.Operation;
import java.util.List;

/**
 * A statement of a draft.
 *
 * @param operation what it does
 * @param comment the lines of the comment above it: what its reader has to decide; may be empty
 */
public record DraftedOperation(Operation operation, List<String> comment) {

  public DraftedOperation {
    requireNonNull(operation, "operation");
    comment = List.copyOf(comment);
  }
}
