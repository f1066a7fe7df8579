package dev.retort.processor.entity.relational;

import dev.retort.schema.QualifiedName;

/** A column of an identifier whose values a sequence gives. */
public record NumberedColumn(QualifiedName table, String column) {}
