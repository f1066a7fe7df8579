package dev.retort.maven;

import dev.retort.problem.Problem;
import java.util.Optional;

/** What can be wrong with a project's build before a command is run. */
final class PluginProblems {

  private PluginProblems() {}

  /** RT650: the project does not use Retort. */
  static Problem noRuntime(String project, String version) {
    return new Problem(
        "RT650",
        "Project " + project + " has no retort-runtime on its class path.",
        "run the goal in the module that has the revisions (mvn -pl MODULE …), or add this to the"
            + " project's dependencies:\n"
            + dependency(version));
  }

  /** RT651: the project's Retort is not the plugin's. */
  static Problem otherVersion(String project, String runtime, String plugin) {
    return new Problem(
        "RT651",
        "Project "
            + project
            + " uses retort-runtime "
            + runtime
            + ", and retort-maven-plugin is of version "
            + plugin
            + ": the revisions would not be run as the application runs them.",
        "give both one version: <version>" + runtime + "</version> at retort-maven-plugin.");
  }

  /**
   * RT652: the compiled revisions are missing, or not those of the sources.
   *
   * @param goal the goal that needs them
   */
  static Problem notCompiled(String goal) {
    return new Problem(
        "RT652",
        "The project's revisions are not compiled, or a source was changed since.",
        "compile them first: mvn compile retort:" + goal);
  }

  /**
   * RT600: a property that no goal of the build takes.
   *
   * @param nearest the one that was meant, most likely
   */
  static Problem unknownProperty(String goal, String property, Optional<String> nearest) {
    return new Problem(
        "RT600",
        "What the goal was given is not understood: retort:"
            + goal
            + " takes no -D"
            + property
            + ". Nothing was run.",
        nearest.map(each -> "write -D" + each).orElse("leave it out")
            + "; mvn retort:help -Ddetail=true -Dgoal="
            + goal
            + " tells what it takes. A property of the project's own must be one of its pom's"
            + " <properties>.");
  }

  private static String dependency(String version) {
    return """
        <dependency>
          <groupId>dev.retort</groupId>
          <artifactId>retort-runtime</artifactId>
          <version>%s</version>
        </dependency>"""
        .formatted(version);
  }
}
