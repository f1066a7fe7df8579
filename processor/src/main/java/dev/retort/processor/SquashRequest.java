package dev.retort.processor;

import java.util.Optional;

/**
 * What the user asked to have squashed.
 *
 * @param range the first and the last of the revisions, as targets with a colon between them
 * @param message what the revision in their place does; made up if none is given
 */
record SquashRequest(String range, Optional<String> message) {}
