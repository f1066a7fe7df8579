/**
 * What a database has besides the tables of the entities, stated where the code that needs it is:
 * views, functions, triggers. Annotations alone, which the compiler reads.
 */
package dev.retort.model;
