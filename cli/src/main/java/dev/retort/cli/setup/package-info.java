/** Adds Retort to a project that does not use it yet: texts in, texts out. */
package dev.retort.cli.setup;
