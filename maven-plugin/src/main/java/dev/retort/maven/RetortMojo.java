package dev.retort.maven;

import dev.retort.cli.RetortCli;
import dev.retort.cli.Surroundings;
import dev.retort.cli.output.ExitCode;
import dev.retort.migrate.RetortVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal that runs one command on the project. */
abstract class RetortMojo extends AbstractMojo {

  /** Held on to: the JDK forgets loggers that nobody refers to, with their levels. */
  private static final Logger MIGRATOR = Logger.getLogger("dev.retort");

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** Do nothing. */
  @Parameter(property = "retort.skip", defaultValue = "false")
  private boolean skip;

  /** Print one JSON document instead of text, also where something is wrong. */
  @Parameter(property = "retort.json", defaultValue = "false")
  private boolean json;

  /** The command and its options. */
  abstract Arguments arguments();

  /** Why there is nothing to do for this goal in a module of several; empty if there is. */
  abstract Optional<String> reasonToSkip();

  /** Whether the goal is of no use to a project that does not use Retort. */
  boolean needsRetort() {
    return true;
  }

  /** With what every command of this kind is given. */
  Arguments common(Arguments arguments) {
    return arguments;
  }

  /** What the command finds around it. */
  abstract Surroundings surroundings(Surroundings plain, ClassLoader loader);

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    Optional<String> reason = skip ? Optional.of("retort.skip is set") : reason();
    if (reason.isPresent()) {
      getLog().info("Skipped: " + reason.get() + ".");
      return;
    }
    requireKnownProperties();
    requireOneVersion();
    // What the migrator logs is what is told as progress here.
    MIGRATOR.setLevel(Level.WARNING);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = ProjectLoader.of(classPath(), RetortMojo.class.getClassLoader())) {
      thread.setContextClassLoader(loader);
      run(loader);
    } catch (IOException e) {
      throw new MojoExecutionException("The project's class path cannot be closed: " + e, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  MavenProject project() {
    return project;
  }

  /**
   * With the options that say where the database is. Its address and the password are no parameters
   * of the goal: those are printed with {@code -X}, whatever their type.
   */
  final Arguments connected(Arguments arguments, String user, String schema) {
    return arguments
        .option("--url", property("retort.url"))
        .option("--user", user)
        .option("--password", property("retort.password"))
        .option("--schema", schema);
  }

  /** A property of the command line, the settings or the pom; empty if it is not set. */
  private String property(String name) {
    return session
        .getUserProperties()
        .getProperty(name, project.getProperties().getProperty(name, ""));
  }

  private void run(ClassLoader loader) throws MojoExecutionException, MojoFailureException {
    Telling telling = new Telling(getLog()::info);
    ExitCode exit;
    try (PrintWriter err = new PrintWriter(new Lines(telling))) {
      Surroundings plain =
          Surroundings.of(StandardOutput.writer(), err)
              .directory(WorkingDirectory.of(project.getBasedir().toPath(), root()))
              .words(GoalWords::of);
      exit =
          RetortCli.run(
              common(arguments()).flag("--json", json).words(), surroundings(plain, loader));
    }
    String problem = telling.problem();
    // With -q the errors alone are seen, and they are what a failure is about.
    telling.places().forEach(exit == ExitCode.DONE ? getLog()::warn : getLog()::error);
    if (exit == ExitCode.INTERNAL) {
      throw new MojoExecutionException(problem);
    }
    if (exit != ExitCode.DONE) {
      throw new MojoFailureException(
          problem.isEmpty() ? "The command tells of differences, above." : problem);
    }
    if (!problem.isEmpty()) {
      problem.lines().forEach(getLog()::warn);
    }
  }

  private Optional<String> reason() throws MojoFailureException {
    boolean several = session.getProjects().size() > 1;
    if (project.getPackaging().equals("pom")) {
      return Optional.of("a project of packaging pom has no revisions");
    }
    if (needsRetort() && runtime().isEmpty()) {
      if (several) {
        return Optional.of("there is no retort-runtime on the class path");
      }
      throw new MojoFailureException(
          PluginProblems.noRuntime(project.getArtifactId(), RetortVersion.running()).text());
    }
    return several ? reasonToSkip() : Optional.empty();
  }

  /** Maven takes any property; one that is misspelt would be taken for not given. */
  private void requireKnownProperties() throws MojoFailureException {
    String goal = arguments().words().get(0);
    Set<String> given = new TreeSet<>(session.getUserProperties().stringPropertyNames());
    given.removeAll(project.getProperties().stringPropertyNames());
    Optional<String> unknown = GoalProperties.unknown(given, goal, session.getGoals());
    if (unknown.isPresent()) {
      throw new MojoFailureException(
          PluginProblems.unknownProperty(
                  goal, unknown.get(), GoalProperties.nearest(unknown.get(), goal))
              .text());
    }
  }

  private void requireOneVersion() throws MojoFailureException {
    Optional<String> other =
        runtime().map(Artifact::getBaseVersion).filter(v -> !v.equals(RetortVersion.running()));
    if (other.isPresent()) {
      throw new MojoFailureException(
          PluginProblems.otherVersion(project.getArtifactId(), other.get(), RetortVersion.running())
              .text());
    }
  }

  final Optional<Artifact> runtime() {
    return project.getArtifacts().stream()
        .filter(each -> each.getGroupId().equals("dev.retort"))
        .filter(each -> each.getArtifactId().equals("retort-runtime"))
        .filter(each -> !each.hasClassifier())
        .findFirst();
  }

  private List<Path> classPath() throws MojoExecutionException {
    try {
      return project.getRuntimeClasspathElements().stream().map(Path::of).toList();
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("The project's class path is not resolved: " + e, e);
    }
  }

  private Path root() {
    return session.getRequest().getMultiModuleProjectDirectory().toPath();
  }
}
