package dev.retort.canonical;

import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.List;

/**
 * The canonical form as text: compact JSON, the same for equal values on every JVM.
 *
 * <p>For embedding in other JSON there are {@link SchemaJson} and {@link OperationJson}.
 */
public final class CanonicalForm {

  /** Raised when the form of something that could already be written changes. */
  public static final int VERSION = 1;

  private CanonicalForm() {}

  public static String of(Operation operation) {
    return OperationJson.write(operation).write();
  }

  public static String of(List<Operation> operations) {
    return OperationJson.write(operations).write();
  }

  public static String of(Schema schema) {
    return SchemaJson.write(schema).write();
  }

  /**
   * The operation in the given text; see {@link OperationJson#read} for what of it can be run.
   *
   * @throws IllegalArgumentException if the text is not the form of an operation
   */
  public static Operation operation(String text) {
    return OperationJson.read(Json.parse(text));
  }

  /**
   * The operations in the given text.
   *
   * @throws IllegalArgumentException if the text is not the form of a list of operations
   */
  public static List<Operation> operations(String text) {
    return OperationJson.readAll(Json.parse(text));
  }

  /**
   * The schema in the given text.
   *
   * @throws IllegalArgumentException if the text is not the form of a schema
   */
  public static Schema schema(String text) {
    return SchemaJson.readSchema(Json.parse(text));
  }
}
