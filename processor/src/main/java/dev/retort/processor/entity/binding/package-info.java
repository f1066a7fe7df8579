/**
 * From entity classes to tables, in Hibernate's order: hierarchies and identifiers, basic
 * attributes and embeddables, then associations, then collections. One class for each kind of
 * mapping.
 */
package dev.retort.processor.entity.binding;
