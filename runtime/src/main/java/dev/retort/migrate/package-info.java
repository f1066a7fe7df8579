/**
 * Bringing a database to a revision: what is recorded there, what follows from it, and doing it.
 *
 * <p>Three kinds of classes, kept apart. Data: {@link dev.retort.migrate.RecordedState} and the
 * results. Decision: {@link dev.retort.migrate.Planner}, pure, which turns revisions, recorded
 * state and target into steps. Effects: the version table, the advisory lock and the executor,
 * joined by {@link dev.retort.migrate.Migrator}.
 */
package dev.retort.migrate;
