/**
 * Operations: the changes that a revision makes, as immutable values, and the recorder that
 * collects them.
 *
 * <p>An operation knows what it does to a {@link dev.retort.schema.Schema}, how to take it back,
 * and how to say what it does. It does not know SQL: that is the business of {@code
 * dev.retort.postgres}. A new operation is a record here, a method in {@link
 * dev.retort.operation.OperationVisitor}, and whatever the compiler then asks for.
 */
package dev.retort.operation;
