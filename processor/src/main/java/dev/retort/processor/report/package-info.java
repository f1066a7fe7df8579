/**
 * Where problems are shown: findings as values, and the one place that hands them to the compiler.
 */
package dev.retort.processor.report;
