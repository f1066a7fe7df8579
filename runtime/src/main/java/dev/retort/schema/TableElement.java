package dev.retort.schema;

/**
 * What may stand inside a {@code CREATE TABLE}: a column or a constraint; or the table's comment,
 * and how its rows are divided.
 */
public sealed interface TableElement
    permits Column, Constraint, Comment, Partitioning, Hypertable {}
