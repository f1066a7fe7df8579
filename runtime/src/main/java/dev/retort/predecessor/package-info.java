/**
 * Reads what another migration tool has recorded of a database, so that Retort can go on from
 * there. Nothing here writes; the tables of the other tool are left as they are.
 */
package dev.retort.predecessor;
