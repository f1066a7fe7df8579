/**
 * How a command ends: a result as text or JSON, a problem as one paragraph, an exit code; and what
 * is told of long work meanwhile.
 */
package dev.retort.cli.output;
