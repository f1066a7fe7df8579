package dev.retort.migrate;

import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Brings a database to a revision: looks, and if there is something to do, has a {@link
 * MigrationRun} do it. Safe for use by several threads and by several processes at once.
 */
public final class Migrator {

  private final DataSource dataSource;
  private final RevisionRegistry registry;
  private final MigrationSettings settings;
  private final MigrationListener listener;

  public Migrator(
      DataSource dataSource,
      RevisionRegistry registry,
      MigrationSettings settings,
      MigrationListener listener) {
    this.dataSource = dataSource;
    this.registry = registry;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Migrates, or declares the database migrated where a stamp is asked for.
   *
   * <p>An upgrade to {@code head} or {@code heads} that finds the database there is one statement
   * and one round trip, and asks the registry for nothing but its heads.
   *
   * @throws dev.retort.problem.RetortException if it is refused or fails
   */
  public MigrationOutcome migrate(MigrationRequest request) {
    try (Session session = Session.open(dataSource)) {
      Connection connection = session.connection();
      try {
        if (request.isForAll()) {
          RecordedState state = RecordedHeads.read(connection, settings.schema());
          if (state.isAt(registry.heads(), registry.formerHeads())) {
            return MigrationOutcome.nothingAt(state);
          }
        }
        return new MigrationRun(connection, registry, settings, listener, request).run();
      } catch (SQLException e) {
        throw session.whileMigrating(e, settings.schema());
      }
    }
  }

  /**
   * Says what {@link #migrate} would do, and does nothing.
   *
   * @throws dev.retort.problem.RetortException if it would be refused
   */
  public DryRun dryRun(MigrationRequest request) {
    try (Session session = Session.open(dataSource)) {
      Connection connection = session.connection();
      try {
        List<RevisionInfo> revisions = registry.revisions();
        RecordedState state = RecordedHeads.readToPlan(connection, settings.schema(), revisions);
        List<RecordedStep> steps =
            new StepRecorder(registry, revisions)
                .record(Planner.plan(revisions, state, request), state.unfinished());
        ExtensionCheck.require(connection, steps);
        Schema before = new ChainSchemas(registry).at(state.withBegunDowngrade());
        return new DryRunner(connection, settings.schema(), before).of(state.ids(), steps);
      } catch (SQLException e) {
        throw session.whileReading(e, settings.schema());
      }
    }
  }

  /**
   * Makes sure that nothing is left to apply; where nothing is, one statement and one round trip.
   *
   * @throws dev.retort.problem.RetortException if something is, or an upgrade would be refused
   */
  public void verify() {
    try (Session session = Session.open(dataSource)) {
      Connection connection = session.connection();
      try {
        if (RecordedHeads.read(connection, settings.schema())
            .isAt(registry.heads(), registry.formerHeads())) {
          return;
        }
        List<RevisionInfo> revisions = registry.revisions();
        RecordedState state = RecordedHeads.readToPlan(connection, settings.schema(), revisions);
        List<RevisionInfo> pending = new ArrayList<>();
        for (MigrationStep step :
            Planner.plan(revisions, state, MigrationRequest.upgrade("heads"))) {
          pending.add(step.revision());
        }
        if (!pending.isEmpty()) {
          throw Failures.refused(MigrationProblems.behind(state.ids(), pending));
        }
      } catch (SQLException e) {
        throw session.whileReading(e, settings.schema());
      }
    }
  }
}
