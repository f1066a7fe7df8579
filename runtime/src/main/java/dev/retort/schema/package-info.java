/**
 * The schema model: what a database looks like, as immutable values.
 *
 * <p>Everything here is data. Tables refer to each other by name, never by object, so two schemas
 * are equal exactly when they describe the same database. Nothing here knows SQL, JDBC, entities or
 * the compiler.
 */
package dev.retort.schema;
