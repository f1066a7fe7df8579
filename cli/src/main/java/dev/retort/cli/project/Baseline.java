package dev.retort.cli.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.canonical.Snapshot;
import dev.retort.catalog.LiveSchema;
import dev.retort.processor.generate.RevisionDraft;
import dev.retort.processor.generate.RevisionNaming;
import dev.retort.processor.generate.RevisionSource;
import dev.retort.processor.generate.SchemaDraft;
import dev.retort.revision.RevisionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The first revision of a project, drafted from what a database has. */
public final class Baseline {

  private static final Path SNAPSHOT = Path.of("META-INF", "retort", "snapshot.json");

  private final Project project;

  /** A baseline for that project. */
  public Baseline(Project project) {
    this.project = project;
  }

  /**
   * A revision that was written, and compiled by itself.
   *
   * @param info what the compiled revision is
   * @param file its source file, as people see it
   */
  public record Written(RevisionInfo info, String file) {}

  /** Whether the project has no revisions yet. */
  public boolean isFirst() {
    return Sources.ofRevisionsPresent(project).isEmpty();
  }

  /** Refuses a project that has revisions already. */
  public void requireFirst() {
    List<String> known = List.copyOf(Sources.ofRevisionsPresent(project).keySet());
    if (!known.isEmpty()) {
      throw new ProjectException(ProjectProblems.notTheFirst(known));
    }
  }

  /** Takes back what was written, where what belongs to it could not be done. */
  public void delete(Written written) {
    delete(project.directory().resolve(written.file()));
  }

  /**
   * Writes the revision into the first source root.
   *
   * @param live what the database has
   * @param packageName the package of its class
   * @param id its id
   * @param message what it does, in a line
   * @throws ProjectException if the database has nothing, or the file cannot be written or
   *     compiled; then there is none
   */
  public Written write(LiveSchema live, String packageName, String id, String message) {
    RevisionDraft draft = draft(live, packageName, id, message);
    if (draft.upgrade().isEmpty()) {
      throw new ProjectException(ProjectProblems.nothingThere());
    }
    Path file =
        project.sourceRoots().get(0).resolve(draft.qualifiedName().replace('.', '/') + ".java");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, RevisionSource.of(draft), UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new ProjectException(ProjectProblems.unwritable(project.shown(file), e.toString()));
    }
    boolean compiled = false;
    try {
      Written written =
          new Written(
              new RevisionInfo(id, List.of(), message, checksum(file)), project.shown(file));
      compiled = true;
      return written;
    } finally {
      if (!compiled) {
        delete(file);
      }
    }
  }

  private static RevisionDraft draft(
      LiveSchema live, String packageName, String id, String message) {
    RevisionDraft frame =
        new RevisionDraft(
            packageName,
            RevisionNaming.className(message, id, taken -> false),
            id,
            List.of(),
            List.of(),
            List.of(),
            message,
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            List.of(),
            List.of());
    return SchemaDraft.fromNothing(live.schema(), frame);
  }

  /** By itself: what the entities have beyond the database is for the next revision. */
  private String checksum(Path file) {
    try (Workplace output = new Workplace()) {
      List<Message> said =
          new ProjectCompiler(project).compile(List.of(file), Map.of(), output.directory());
      Drafting.requireNoErrors(said);
      return Snapshot.parse(Files.readString(output.directory().resolve(SNAPSHOT), UTF_8))
          .checksum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
