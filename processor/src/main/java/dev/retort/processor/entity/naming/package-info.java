/**
 * Names as Hibernate derives them: the implicit and the physical naming strategy, and the hashes
 * that stand in for names that nobody gave.
 */
package dev.retort.processor.entity.naming;
