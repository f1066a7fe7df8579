/**
 * Revisions: how they are declared, how they hang together, and how the running application finds
 * them.
 *
 * <p>{@link dev.retort.revision.Migration} and {@link dev.retort.revision.Revision} are what users
 * write, {@link dev.retort.revision.RevisionRegistry} is what the processor generates, {@link
 * dev.retort.revision.RevisionGraph} answers every question about order and ancestry.
 */
package dev.retort.revision;
