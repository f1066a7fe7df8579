package dev.retort.migrate;

import dev.retort.revision.RevisionInfo;
import dev.retort.schema.QualifiedName;

/**
 * How far a backfill has come.
 *
 * @param revision the revision that it belongs to
 * @param table the table that it goes through
 * @param rows how many rows it has gone through since it began, whether it had to write them or not
 */
public record BackfillProgress(RevisionInfo revision, QualifiedName table, long rows) {}
