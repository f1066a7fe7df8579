/**
 * The difference between two schemas, as the operations that lead from one to the other.
 *
 * <p>One differ for each kind of element says what changes; {@link dev.retort.diff.Phase} alone
 * says in which order. Pure: nothing here knows where the schemas come from or what becomes of the
 * operations.
 */
package dev.retort.diff;
