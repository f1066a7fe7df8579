/** The door to the commands: {@code Main} for a shell, {@code RetortCli} for other programs. */
package dev.retort.cli;
