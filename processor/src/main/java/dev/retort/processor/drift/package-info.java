/**
 * Drift: where the schema of the chain and the schema of the entities differ, told at the element
 * that causes it.
 */
package dev.retort.processor.drift;
