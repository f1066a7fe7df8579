/**
 * The schema while it is being put together: tables that still grow, then finished the way that
 * Hibernate finishes them (order of columns and keys, redundant unique keys, names).
 */
package dev.retort.processor.entity.relational;
