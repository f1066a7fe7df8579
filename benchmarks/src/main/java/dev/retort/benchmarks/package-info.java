/** Measures what Retort costs, interleaved with what it is compared with. */
package dev.retort.benchmarks;
