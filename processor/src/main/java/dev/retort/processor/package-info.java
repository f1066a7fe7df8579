/**
 * The annotation processor itself: thin wiring of what the packages below it read, compare, report
 * and write.
 */
package dev.retort.processor;
