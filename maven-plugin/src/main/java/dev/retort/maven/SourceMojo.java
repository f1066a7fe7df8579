package dev.retort.maven;

import dev.retort.cli.Surroundings;
import dev.retort.revision.RevisionRegistry;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * A goal on the sources, which are compiled by the command itself: the build would fail for what
 * the command is asked to find or to mend. Plugins that generate sources run first.
 */
@Execute(phase = LifecyclePhase.GENERATE_SOURCES)
abstract class SourceMojo extends RetortMojo {

  private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

  /** The goal's name. */
  abstract String goal();

  @Override
  Optional<String> reasonToSkip() {
    boolean onClassPath =
        project().getArtifacts().stream()
            .anyMatch(
                each ->
                    each.getGroupId().equals("dev.retort")
                        && each.getArtifactId().equals("retort-processor"));
    return onClassPath || CompilerOptions.namesProcessor(compiler())
        ? Optional.empty()
        : Optional.of("this module is compiled without retort-processor");
  }

  @Override
  final Surroundings surroundings(Surroundings plain, ClassLoader loader) {
    return plain.registries(
        name -> CompiledRegistry.fresh(project(), writtenRoots(), goal(), name, loader));
  }

  /** With what the build knows of the project. */
  final Arguments ofProject(Arguments arguments) {
    Arguments all = arguments;
    for (Path root : sourceRoots()) {
      all = all.option("--source-root", root.toString());
    }
    all = all.option("--class-path", libraries());
    for (Map.Entry<String, String> option : CompilerOptions.of(compiler()).entrySet()) {
      all = all.option("--option", option.getKey() + "=" + option.getValue());
    }
    return all;
  }

  /** Without what processors generated: Retort's own is among that, and is made again. */
  private List<Path> sourceRoots() {
    Path generated = Path.of(project().getBuild().getDirectory(), "generated-sources/annotations");
    List<Path> roots =
        Stream.concat(
                project().getCompileSourceRoots().stream(),
                project().getExecutionProject().getCompileSourceRoots().stream())
            .map(Path::of)
            .distinct()
            .filter(Files::isDirectory)
            .filter(root -> !root.equals(generated))
            .toList();
    // A project that begins has none yet, and says where they will be.
    return roots.isEmpty() ? List.of(Path.of(project().getBuild().getSourceDirectory())) : roots;
  }

  /** Without what plugins generate, which may be new each time. */
  private List<Path> writtenRoots() {
    Path built = Path.of(project().getBuild().getDirectory());
    return sourceRoots().stream()
        .filter(root -> Files.isDirectory(root) && !root.startsWith(built))
        .toList();
  }

  /**
   * Without the project's own class output, which the sources stand for; with Retort's runtime,
   * where the project does not have it yet.
   */
  private String libraries() {
    String own = project().getBuild().getOutputDirectory();
    try {
      return Stream.concat(
              project().getCompileClasspathElements().stream()
                  .filter(element -> !element.equals(own)),
              runtime().isPresent() ? Stream.empty() : Stream.of(ownRuntime()))
          .collect(Collectors.joining(File.pathSeparator));
    } catch (DependencyResolutionRequiredException e) {
      throw new IllegalStateException("the goal asks for resolved dependencies", e);
    }
  }

  private static String ownRuntime() {
    try {
      return Path.of(
              RevisionRegistry.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the plugin has Retort's runtime in a file", e);
    }
  }

  private Xpp3Dom compiler() {
    String[] key = COMPILER.split(":", -1);
    Xpp3Dom configuration =
        project().getGoalConfiguration(key[0], key[1], "default-compile", "compile");
    return configuration == null ? new Xpp3Dom("configuration") : configuration;
  }
}
