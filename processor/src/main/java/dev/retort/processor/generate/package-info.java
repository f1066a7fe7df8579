/** Writes Java: the registry of revisions, and the drafts of new ones. */
package dev.retort.processor.generate;
