/** Measures what a revision on a busy table does to the traffic on it. */
package dev.retort.benchmarks.load;
