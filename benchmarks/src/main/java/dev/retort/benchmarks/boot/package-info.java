/** Measures what a boot costs: Retort beside other tools and plain JDBC, on the same migrations. */
package dev.retort.benchmarks.boot;
