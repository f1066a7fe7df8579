/** Holds the project's documentation against the code that it describes. */
package dev.retort.processor.documentation;
