/**
 * Reads the catalog of a running PostgreSQL into the schema model, and brings the expressions of a
 * schema into the form in which PostgreSQL keeps them, so that the two can be compared, and
 * compares them.
 */
package dev.retort.catalog;
