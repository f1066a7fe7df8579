package dev.retort.schema;

/**
 * What may stand inside a {@code CREATE TABLE}: a column or a constraint; or the table's comment.
 */
public sealed interface TableElement permits Column, Constraint, Comment {}
