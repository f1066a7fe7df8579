/** Finds, compiles and replays revisions inside the compiler. */
package dev.retort.processor.migration;
