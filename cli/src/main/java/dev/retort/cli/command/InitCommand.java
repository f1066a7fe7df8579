package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.catalog.LiveSchema;
import dev.retort.cli.output.Result;
import dev.retort.cli.project.Baseline;
import dev.retort.cli.project.Packages;
import dev.retort.cli.project.PomFile;
import dev.retort.cli.project.Project;
import dev.retort.cli.project.ProjectException;
import dev.retort.cli.project.ProjectProblems;
import dev.retort.cli.result.Initialized;
import dev.retort.cli.setup.Pom;
import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.RetortVersion;
import dev.retort.predecessor.Predecessor;
import dev.retort.processor.generate.RevisionNaming;
import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "init",
    description = {
      "Adds Retort to a Maven project.",
      "Prints what its pom.xml lacks, or writes it with --apply, and makes the package of the",
      "migrations. With --from-database the first revision is drafted from what a database has, and",
      "that database is recorded to be there."
    })
final class InitCommand implements Action {

  @Option(names = "--apply", description = "Write the pom.xml instead of printing it.")
  private boolean apply;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "The package of the migrations; by default 'migrations' beside the entities.")
  private Optional<String> packageName = Optional.empty();

  @Option(
      names = "--from-database",
      description = "Draft the first revision from the database, and record that it is there.")
  private boolean fromDatabase;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "MESSAGE",
      defaultValue = "Create the tables",
      description = "What that revision does, in a line; by default 'Create the tables'.")
  private String message;

  @Option(
      names = "--rev-id",
      paramLabel = "ID",
      description = "Its id, instead of one that is made up.")
  private Optional<String> revisionId = Optional.empty();

  @Option(
      names = "--pom",
      paramLabel = "FILE",
      defaultValue = "pom.xml",
      description = "The project file; by default pom.xml.")
  private Path pomFile;

  @Mixin private ProjectOptions projectOptions = new ProjectOptions();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context context) {
    revisionId
        .filter(id -> !RevisionId.isWellFormed(id))
        .ifPresent(
            id -> {
              throw Usage.refused("'" + id + "' cannot be the id of a revision", "init");
            });
    NewRevision.requireSaid(Optional.of(message), "init");
    Project project = projectOptions.project(context);
    Baseline baseline = new Baseline(project);
    if (fromDatabase) {
      baseline.requireFirst();
    }
    Optional<PomFile> file = PomFile.of(context.directory().resolve(pomFile), project);
    Optional<String> usual =
        file.flatMap(PomFile::namedPackage).or(() -> Packages.ofMigrations(project));
    String home = packageName.or(() -> usual).orElseThrow(Packages::unknown);
    Packages.require(home);
    // Of a project with a revision, the processor knows the package.
    Optional<String> told =
        Optional.of(home).filter(name -> !fromDatabase && !usual.equals(Optional.of(name)));
    Optional<Pom> pom = file.map(each -> each.withRetort(RetortVersion.running(), told));
    Optional<LiveSchema> live = fromDatabase ? Optional.of(live(context)) : Optional.empty();
    Optional<Baseline.Written> written =
        live.map(found -> recorded(baseline, found, home, context));
    String described = Packages.make(project, home);
    if (apply) {
      file.ifPresent(each -> each.write(pom.orElseThrow()));
    }
    return new Initialized(
        pom,
        apply,
        context.words("--apply"),
        described,
        baseline.isFirst() || fromDatabase,
        written,
        live.map(LiveSchema::beyond).orElse(List.of()));
  }

  /** Written and recorded, or neither. */
  private Baseline.Written recorded(
      Baseline baseline, LiveSchema live, String home, Context context) {
    Baseline.Written written = baseline.write(live, home, id(), message);
    boolean recorded = false;
    try {
      connection
          .retortWithoutRevisions(context)
          .registry(new OneRevision(written.info()))
          .stamp(written.info().id());
      recorded = true;
    } finally {
      if (!recorded) {
        baseline.delete(written);
      }
    }
    return written;
  }

  private String id() {
    return revisionId.orElseGet(() -> RevisionNaming.newId(new SecureRandom()));
  }

  /** The tables of other tools are no business of the application's. */
  private LiveSchema live(Context context) {
    Retort retort = connection.retortWithoutRevisions(context);
    List<AppliedHead> heads = retort.current();
    if (!heads.isEmpty()) {
      throw new ProjectException(
          ProjectProblems.migratedAlready(heads.stream().map(AppliedHead::revision).toList()));
    }
    return retort.live(
        Arrays.stream(Predecessor.values())
            .flatMap(tool -> tool.tables().stream())
            .toArray(String[]::new));
  }
}
