package dev.retort.migrate;

import dev.retort.revision.RevisionInfo;

/**
 * That a revision met locks, a deadlock or changes of others, was rolled back as far as the last
 * commit, and is about to be tried again.
 *
 * @param revision the revision
 * @param attempt how many attempts it has had, from 1 on
 * @param attempts how many it gets at most
 * @param reason what the server said, on one line
 */
public record LockRetry(RevisionInfo revision, int attempt, int attempts, String reason) {}
