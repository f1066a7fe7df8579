/**
 * The canonical, versioned form of operations and schemas: what checksums are computed over, and
 * what snapshots and caches are written in.
 *
 * <p>The form is a contract with every database that was ever migrated. Its names are written out
 * here and do not follow the names of Java types; a part that is absent or has its default is left
 * out, so that a property added later leaves the form of everything older as it is.
 */
package dev.retort.canonical;
