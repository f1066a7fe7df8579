package dev.retort.migrate;

import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import dev.retort.schema.Schema;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Brings a database to a revision: looks, and if there is something to do, takes the lock, looks
 * again, decides and executes. Safe for use by several threads and by several processes at once.
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

  /** Not loaded by a boot that has nothing to do. */
  private static final class Log {
    private static final System.Logger LOGGER = System.getLogger("dev.retort");
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
        if (asksForAll(request)) {
          RecordedState state = RecordedHeads.read(connection, settings.schema());
          if (state.isAt(registry.heads(), registry.formerHeads())) {
            return new MigrationOutcome(state.ids(), state.ids(), List.of());
          }
        }
        if (settings.locking() == Locking.TRANSACTION) {
          return migrateAmongOthers(connection, request);
        }
        AdvisoryLock lock =
            AdvisoryLock.acquire(connection, settings.schema(), settings.lockWait(), new Waiting());
        try {
          return migrateAlone(connection, lock, request);
        } finally {
          lock.release();
        }
      } catch (SQLException e) {
        throw session.whileMigrating(e, settings.schema());
      }
    }
  }

  /** Told who has the lock. */
  private final class Waiting implements Consumer<List<String>> {

    @Override
    public void accept(List<String> holders) {
      Log.LOGGER.log(
          Level.INFO,
          () -> "waiting for the process that is migrating: " + String.join("; ", holders));
      FlightRecording.around(listener, settings.schema()).waiting(holders);
    }
  }

  private static boolean asksForAll(MigrationRequest request) {
    String target = request.target().strip();
    return request.direction() == Direction.UPGRADE
        && (target.equals("heads") || target.equals("head"));
  }

  private MigrationOutcome migrateAlone(
      Connection connection, AdvisoryLock lock, MigrationRequest request) throws SQLException {
    List<RevisionInfo> revisions = registry.revisions();
    RecordedState state = state(connection, revisions);
    List<MigrationStep> pending = pending(revisions, state, request);
    if (pending.isEmpty()) {
      return new MigrationOutcome(state.ids(), state.ids(), List.of());
    }
    StepRecorder recorder = new StepRecorder(registry, revisions);
    List<RecordedStep> steps = recorder.prepare(pending, state.unfinished());
    ExtensionCheck.require(connection, steps);
    Optional<TransactionLock> none = Optional.empty();
    List<AppliedRevision> done = new ArrayList<>();
    List<String> at = execute(connection, recorder, state, steps, done, lock.serverProcess(), none);
    return new MigrationOutcome(state.ids(), at, done);
  }

  /**
   * Migrates with a lock that is held for a transaction at a time. Where another process has
   * migrated in between, what an upgrade to the heads still lacks is decided anew; any other target
   * could mean something else from there.
   */
  private MigrationOutcome migrateAmongOthers(Connection connection, MigrationRequest request)
      throws SQLException {
    List<RevisionInfo> revisions = registry.revisions();
    List<AppliedRevision> done = new ArrayList<>();
    RecordedState first = state(connection, revisions);
    RecordedState state = first;
    while (true) {
      List<MigrationStep> pending = pending(revisions, state, request);
      if (pending.isEmpty()) {
        return new MigrationOutcome(first.ids(), state.ids(), done);
      }
      StepRecorder recorder = new StepRecorder(registry, revisions);
      List<RecordedStep> steps = recorder.prepare(pending, state.unfinished());
      for (RecordedStep step : steps) {
        if (step.inParts()) {
          throw new MigrationRefusedException(RevisionProblems.needsSession(step));
        }
      }
      ExtensionCheck.require(connection, steps);
      Optional<TransactionLock> lock = Optional.of(new TransactionLock(settings, new Waiting()));
      try {
        List<String> at = execute(connection, recorder, state, steps, done, 0, lock);
        return new MigrationOutcome(first.ids(), at, done);
      } catch (HeadsMovedException moved) {
        if (!asksForAll(request)) {
          throw new MigrationRefusedException(MigrationProblems.movedMeanwhile(state.ids()));
        }
        state = state(connection, revisions);
      }
    }
  }

  /**
   * Runs steps.
   *
   * @param done takes what is applied
   * @param serverProcess the server's process that holds the lock, if the session does
   * @param lock the lock, if each transaction takes it
   * @return the heads afterwards
   */
  private List<String> execute(
      Connection connection,
      StepRecorder recorder,
      RecordedState state,
      List<RecordedStep> steps,
      List<AppliedRevision> done,
      int serverProcess,
      Optional<TransactionLock> lock)
      throws SQLException {
    VersionTable table = new VersionTable(settings.schema());
    DatabaseAccess access = table.prepare(connection, lock);
    // Through a pooler each transaction has a session of its own, which is not idle in it.
    Optional<IdleTimeout> idle =
        lock.isPresent() ? Optional.empty() : Optional.of(IdleTimeout.lift(connection, access));
    MigrationListener told = FlightRecording.around(listener, settings.schema());
    Executor executor =
        new Executor(
            connection, table, recorder, settings, told, serverProcess, lock, access.limited());
    int room = access.lockTable() / settings.runsAtOnce();
    List<List<RecordedStep>> lots = Lots.of(steps, settings.transactions(), state.isEmpty(), room);
    try {
      executor.prepare(lots);
      return run(executor, connection, state, lots, done, lock);
    } finally {
      executor.release();
      FlightRecording.end(told);
      if (idle.isPresent()) {
        idle.get().restore();
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
        RecordedState state = state(connection, revisions);
        List<RecordedStep> steps =
            new StepRecorder(registry, revisions)
                .record(pending(revisions, state, request), state.unfinished());
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
        RecordedState state = state(connection, revisions);
        MigrationPlan plan = Planner.plan(revisions, state, MigrationRequest.upgrade("heads"));
        if (plan instanceof MigrationPlan.Refused refused) {
          throw new MigrationRefusedException(refused.problem());
        }
        if (plan instanceof MigrationPlan.Pending pending) {
          throw new MigrationRefusedException(
              MigrationProblems.behind(
                  state.ids(), pending.steps().stream().map(MigrationStep::revision).toList()));
        }
      } catch (SQLException e) {
        throw session.whileReading(e, settings.schema());
      }
    }
  }

  /** What is recorded, with the history where that is needed to tell what is wrong. */
  private RecordedState state(Connection connection, List<RevisionInfo> revisions)
      throws SQLException {
    RecordedState state = RecordedHeads.read(connection, settings.schema());
    return state.agreesWith(revisions)
        ? state
        : state.withHistory(new VersionTable(settings.schema()).readHistory(connection));
  }

  private static List<MigrationStep> pending(
      List<RevisionInfo> revisions, RecordedState state, MigrationRequest request) {
    MigrationPlan plan = Planner.plan(revisions, state, request);
    if (plan instanceof MigrationPlan.Refused refused) {
      throw new MigrationRefusedException(refused.problem());
    }
    return plan instanceof MigrationPlan.Pending pending ? pending.steps() : List.of();
  }

  private List<String> run(
      Executor executor,
      Connection connection,
      RecordedState state,
      List<List<RecordedStep>> lots,
      List<AppliedRevision> done,
      Optional<TransactionLock> lock)
      throws SQLException {
    TreeSet<String> heads = new TreeSet<>(state.ids());
    if (lock.isPresent()) {
      lock.get().expect(heads);
    }
    List<RevisionInfo> planned = new ArrayList<>();
    for (List<RecordedStep> lot : lots) {
      for (RecordedStep recorded : lot) {
        planned.add(recorded.step().revision());
      }
    }
    MigrationListener told = executor.listener();
    told.planned(lots.get(0).get(0).step().direction(), planned);
    AppliedLog log = new AppliedLog(Log.LOGGER, settings.schema());
    try {
      for (List<RecordedStep> lot : lots) {
        for (RecordedStep recorded : lot) {
          told.started(recorded.step().direction(), recorded.step().revision());
        }
        long start = System.nanoTime();
        boolean together = lot.size() > 1 && together(executor, connection, lot);
        Duration duration = since(start);
        if (together) {
          log.add(RecordedStep.steps(lot), duration);
        }
        for (RecordedStep recorded : lot) {
          MigrationStep step = recorded.step();
          if (!together) {
            if (recorded.compiled().isEmpty()) {
              log.flush();
            }
            start = System.nanoTime();
            alone(executor, connection, recorded);
            duration = since(start);
            log.add(step, duration);
          }
          heads.removeAll(step.removedHeads());
          for (AppliedHead head : step.addedHeads()) {
            heads.add(head.revision());
          }
          if (lock.isPresent()) {
            lock.get().expect(heads);
          }
          AppliedRevision applied =
              new AppliedRevision(step.revision().id(), step.revision().message(), duration);
          done.add(applied);
          told.finished(step.direction(), applied);
        }
      }
    } finally {
      log.flush();
    }
    return List.copyOf(heads);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Runs steps in one transaction.
   *
   * @return whether they are applied; if not, each is to be run by itself
   */
  private boolean together(Executor executor, Connection connection, List<RecordedStep> lot)
      throws SQLException {
    if (settings.transactions() != Transactions.SINGLE) {
      return executor.tryTogether(lot);
    }
    Optional<SessionSettings> before = settingsBefore(connection, lot);
    try {
      executor.executeTogether(lot);
      return true;
    } finally {
      if (before.isPresent()) {
        before.get().restoreQuietly(connection);
      }
    }
  }

  private void alone(Executor executor, Connection connection, RecordedStep recorded)
      throws SQLException {
    Optional<SessionSettings> before = settingsBefore(connection, List.of(recorded));
    try {
      executor.execute(recorded);
    } finally {
      if (before.isPresent()) {
        before.get().restoreQuietly(connection);
      }
    }
  }

  /**
   * What a revision sets for the session must neither reach the next revision, which could also be
   * run by itself, nor whoever has the connection from the pool next. Where the session may be
   * another after each transaction, that is done inside of it.
   */
  private Optional<SessionSettings> settingsBefore(Connection connection, List<RecordedStep> steps)
      throws SQLException {
    return settings.locking() == Locking.SESSION && RecordedStep.anyRunsForeignCode(steps)
        ? Optional.of(SessionSettings.of(connection))
        : Optional.empty();
  }
}
