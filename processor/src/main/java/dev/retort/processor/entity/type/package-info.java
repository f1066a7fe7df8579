/**
 * Basic types: which PostgreSQL type Hibernate gives to a Java type, how long and precise it is,
 * and which check constraint comes with it.
 */
package dev.retort.processor.entity.type;
