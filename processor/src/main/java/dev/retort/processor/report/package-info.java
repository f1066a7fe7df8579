/**
 * The compiler behind the processor: findings as values and the one place that hands them to the
 * compiler, and what its syntax trees tell beyond its elements.
 */
package dev.retort.processor.report;
