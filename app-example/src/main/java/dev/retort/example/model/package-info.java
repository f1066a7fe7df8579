/**
 * The persistent model of the plant: machines, what their sensors report, what is predicted from
 * it, and the maintenance done.
 *
 * <p>Names that differ from the Java ones are written out, because without Spring Hibernate takes
 * names as they are.
 */
package dev.retort.example.model;
