package dev.retort.cli.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Where the migrations of a project belong. */
public final class Packages {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  private static final Pattern PACKAGE_OF_ENTITY =
      Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;(?s:.*)^\\s*@(?:[\\w.]+\\.)?Entity\\b");

  private Packages() {}

  /**
   * The package that the processor would take: that of its option, that of the revisions that there
   * are, else {@code migrations} beside the entities; empty if there is nothing of these.
   */
  public static Optional<String> ofMigrations(Project project) {
    return Optional.ofNullable(project.options().get("retort.package"))
        .or(() -> ofRevisions(project))
        .or(() -> besideEntities(project));
  }

  private static Optional<String> ofRevisions(Project project) {
    return Sources.ofRevisionsPresent(project).values().stream()
        .map(source -> PACKAGE.matcher(Sources.text(project, source)))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  private static Optional<String> besideEntities(Project project) {
    List<List<String>> packages =
        Sources.present(project).stream()
            .map(source -> PACKAGE_OF_ENTITY.matcher(Sources.text(project, source)))
            .filter(Matcher::find)
            .map(entity -> List.of(entity.group(1).split("\\.")))
            .toList();
    if (packages.isEmpty()) {
      return Optional.empty();
    }
    List<String> common = packages.get(0);
    for (List<String> each : packages) {
      int shared = 0;
      while (shared < Math.min(common.size(), each.size())
          && common.get(shared).equals(each.get(shared))) {
        shared++;
      }
      common = common.subList(0, shared);
    }
    return Optional.of(
        String.join(".", Stream.concat(common.stream(), Stream.of("migrations")).toList()));
  }

  /** The problem of a project that does not say where its migrations belong. */
  public static ProjectException unknown() {
    return new ProjectException(ProjectProblems.noEntities());
  }

  /** Refuses what is no name of a package. */
  public static void require(String name) {
    if (!SourceVersion.isName(name)) {
      throw new ProjectException(ProjectProblems.notAPackage(name));
    }
  }

  /**
   * Makes the package, with a description, unless it has one.
   *
   * @return the file that describes it, as people see it
   */
  public static String make(Project project, String name) {
    Path file =
        project.sourceRoots().get(0).resolve(name.replace('.', '/')).resolve("package-info.java");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(
            file,
            "/** The history of the database: a revision that was applied is not changed any more. */\n"
                + "package "
                + name
                + ";\n",
            UTF_8);
      }
    } catch (IOException e) {
      throw new ProjectException(ProjectProblems.unwritable(project.shown(file), e.toString()));
    }
    return project.shown(file);
  }
}
