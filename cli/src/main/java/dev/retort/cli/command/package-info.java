/**
 * The commands as people type them: names, options and their descriptions, and for each the one
 * call that does the work. Nothing is decided about migrations here.
 */
package dev.retort.cli.command;
