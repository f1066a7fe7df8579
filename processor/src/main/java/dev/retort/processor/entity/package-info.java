/**
 * Reads entities: from {@code javax.lang.model} to a {@link dev.retort.schema.Schema}, as Hibernate
 * would create it, with the element that each part of it stems from.
 */
package dev.retort.processor.entity;
