package dev.retort.processor;

import dev.retort.operation.Inverses;
import dev.retort.processor.diagnostic.DraftProblems;
import dev.retort.processor.drift.Drift;
import dev.retort.processor.generate.ClassOutput;
import dev.retort.processor.generate.DraftedOperation;
import dev.retort.processor.generate.DraftedOperations;
import dev.retort.processor.generate.RevisionDraft;
import dev.retort.processor.generate.RevisionMessage;
import dev.retort.processor.generate.RevisionNaming;
import dev.retort.processor.generate.RevisionSource;
import dev.retort.processor.migration.Chain;
import dev.retort.processor.migration.DeclaredRevision;
import dev.retort.processor.migration.ReplayedRevision;
import dev.retort.processor.report.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Decides what a missing revision is called and where it goes, and writes it. */
final class Drafts {

  /** Where a failing compilation leaves its draft, in Retort's part of the class output. */
  static final String FOLDER = "draft";

  private final ProcessorOptions options;
  private final SourceRoots roots;

  Drafts(ProcessorOptions options, SourceRoots roots) {
    this.options = options;
    this.roots = roots;
  }

  /**
   * A revision that may be written into the source tree.
   *
   * @param path where it belongs
   * @param source its text
   * @param created when it was drafted, in whole seconds
   */
  record Prepared(Path path, String source, Instant created) {}

  /**
   * The message that a revision for this drift would get if nobody gave it one. People paste it
   * into a shell, between quotation marks: of the names in it only what is plain there is left.
   */
  static String suggestedMessage(Drift drift) {
    return plain(RevisionMessage.of(drift.operations()));
  }

  /** The text with nothing but letters, digits, spaces and {@code _.,-}. */
  static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{M}\\p{Nd} _.,-]", " ").replaceAll(" +", " ").strip();
  }

  /**
   * What a revision does.
   *
   * @param upgrade the statements of its upgrade
   * @param downgrade the statements of its downgrade
   */
  record Change(List<DraftedOperation> upgrade, List<DraftedOperation> downgrade) {

    /** Nothing: of merges, and of revisions that a person is to fill. */
    static final Change NONE = new Change(List.of(), List.of());

    static Change of(Drift drift) {
      return new Change(
          DraftedOperations.ofUpgrade(drift.operations(), drift.chain(), drift.model().numbered()),
          DraftedOperations.ofDowngrade(
              Inverses.of(drift.operations(), drift.chain()).orElse(List.of()), drift.reached()));
    }
  }

  /**
   * The revision that was asked for; empty where no source root is known.
   *
   * @throws IllegalArgumentException if it would come to lie outside the source root
   */
  Optional<Prepared> prepare(
      Chain chain, DraftPlace place, Change change, List<TypeElement> entities, String message) {
    String packageName = revisionPackage(chain, entities);
    return sourceRoot(chain, entities)
        .map(root -> folder(root, packageName))
        .map(
            folder -> {
              Predicate<String> taken = name -> Files.exists(folder.resolve(name + ".java"));
              RevisionDraft draft = draft(place, change, packageName, message, taken);
              return new Prepared(
                  folder.resolve(draft.className() + ".java"),
                  RevisionSource.of(draft),
                  draft.created());
            });
  }

  /**
   * The folder of a package, below the source root.
   *
   * @throws IllegalArgumentException if the name leads elsewhere, which no package's name does
   */
  static Path folder(Path root, String packageName) {
    Path folder = root.resolve(packageName.replace('.', '/')).normalize();
    if (!packageName.isEmpty()
        && !(SourceVersion.isName(packageName) && folder.startsWith(root.normalize()))) {
      throw new IllegalArgumentException("not the name of a package: " + packageName);
    }
    return folder;
  }

  /**
   * Makes the folder that the revision belongs into.
   *
   * @return what is to be told when it cannot be made
   */
  static Optional<Finding> makeRoom(Prepared revision) {
    try {
      Files.createDirectories(revision.path().getParent());
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(
          Finding.error(DraftProblems.notWritten(revision.path().toString(), reason(failed))));
    }
  }

  /**
   * Writes the revision into the source tree, never over a file that is there.
   *
   * <p>Its folder must have been made before, and its class generated. Of a class file and a source
   * that it finds on its paths, javac takes the newer: if that were the source, it would compile
   * the class a second time and warn of it. So the class comes first, and the source is dated to
   * when it was drafted.
   *
   * @return what is to be told of it
   */
  static Finding write(Prepared revision) {
    String path = revision.path().toString();
    try {
      Files.writeString(
          revision.path(),
          revision.source(),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE_NEW);
      Files.setLastModifiedTime(revision.path(), FileTime.from(revision.created()));
      return Finding.note(DraftProblems.drafted(path));
    } catch (IOException failed) {
      return Finding.error(DraftProblems.notWritten(path, reason(failed)));
    }
  }

  /**
   * A draft that was left beside the classes.
   *
   * @param path where it is
   * @param destination where it would take part in the compilation
   */
  record Left(String path, Path destination) {

    Finding note() {
      return Finding.note(DraftProblems.draftLeft(path, destination.toString()));
    }
  }

  /** Leaves the missing revision in the class output, for whoever wants to take it from there. */
  Left leave(Chain chain, Drift drift, List<TypeElement> entities, ClassOutput output)
      throws IOException {
    DraftPlace place =
        new DraftPlace(
            RevisionNaming.newId(new SecureRandom()),
            chain.head().map(head -> head.declared().id()).stream().toList(),
            List.of(),
            List.of());
    RevisionDraft draft =
        draft(
            place,
            Change.of(drift),
            revisionPackage(chain, entities),
            suggestedMessage(drift),
            name -> false);
    output.clear(FOLDER);
    String left =
        output.write(FOLDER + "/" + draft.className() + ".java", RevisionSource.of(draft));
    Path destination =
        sourceRoot(chain, entities)
            .orElse(Path.of("src/main/java"))
            .resolve(draft.qualifiedName().replace('.', '/') + ".java");
    return new Left(left, destination);
  }

  private static RevisionDraft draft(
      DraftPlace place,
      Change change,
      String packageName,
      String message,
      Predicate<String> taken) {
    return new RevisionDraft(
        packageName,
        RevisionNaming.className(message, place.id(), taken),
        place.id(),
        place.downRevisions(),
        place.dependsOn(),
        place.branchLabels(),
        message,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        change.upgrade(),
        change.downgrade());
  }

  private Optional<Path> sourceRoot(Chain chain, List<TypeElement> entities) {
    return options
        .sourceRoot()
        .or(() -> roots.rootOf(declared(chain).map(DeclaredRevision::element).toList()))
        .or(() -> roots.rootOf(entities));
  }

  /** The option, else the package of the newest revision, else one beside the entities. */
  private String revisionPackage(Chain chain, List<TypeElement> entities) {
    return options
        .revisionPackage()
        .or(() -> chain.head().map(head -> packageOf(head.declared().binaryName())))
        .orElseGet(() -> migrationsBeside(entities));
  }

  private static String migrationsBeside(List<TypeElement> entities) {
    List<String> common =
        entities.stream()
            .map(entity -> packageOf(entity.getQualifiedName().toString()))
            .map(name -> name.isEmpty() ? List.<String>of() : List.of(name.split("\\.")))
            .reduce(Drafts::commonPrefix)
            .orElse(List.of());
    return String.join(".", Stream.concat(common.stream(), Stream.of("migrations")).toList());
  }

  private static List<String> commonPrefix(List<String> left, List<String> right) {
    int length = 0;
    while (length < Math.min(left.size(), right.size())
        && left.get(length).equals(right.get(length))) {
      length++;
    }
    return left.subList(0, length);
  }

  private static Stream<DeclaredRevision> declared(Chain chain) {
    return chain.revisions().stream().map(ReplayedRevision::declared);
  }

  private static String packageOf(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    return dot < 0 ? "" : qualifiedName.substring(0, dot);
  }

  /** What an exception of {@link Files} says, whose message is often nothing but the path. */
  static String reason(IOException failure) {
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }
}
