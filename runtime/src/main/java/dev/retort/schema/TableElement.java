package dev.retort.schema;

/** What may stand inside a {@code CREATE TABLE}: a column or a constraint. */
public sealed interface TableElement permits Column, Constraint {}
