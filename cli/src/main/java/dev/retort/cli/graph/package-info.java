/** Draws a history with its branches and merges beside the lines that tell of each revision. */
package dev.retort.cli.graph;
