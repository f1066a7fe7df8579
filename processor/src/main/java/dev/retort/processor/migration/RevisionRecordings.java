package dev.retort.processor.migration;

import dev.retort.canonical.CanonicalForm;
import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.RevisionProblems;
import dev.retort.processor.migration.RevisionRecorder.Direction;
import dev.retort.processor.report.Finding;
import dev.retort.schema.SchemaException;
import dev.retort.schema.UnknownTypeException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** What revisions record: their sources compiled in memory, loaded, and run on a recorder. */
public final class RevisionRecordings {

  /** Recording takes microseconds; who needs seconds is in an endless loop. */
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final ProcessingEnvironment env;
  private final CompilationFiles files;
  private final SourceLocator sources;
  private final Map<String, byte[]> drafted;
  private final RecordingCache cache;

  /**
   * Recordings in the given compilation.
   *
   * @param env the compiler's own environment
   * @param sources finds the sources of revisions
   * @param drafted the class files of revisions that this compilation itself drafted
   * @param cache what earlier compilations recorded; is brought up to date
   */
  public RevisionRecordings(
      ProcessingEnvironment env,
      SourceLocator sources,
      Map<String, byte[]> drafted,
      RecordingCache cache) {
    this.env = env;
    this.files = new CompilationFiles(env, drafted.keySet());
    this.sources = sources;
    this.drafted = drafted;
    this.cache = cache;
  }

  /**
   * Records all given revisions.
   *
   * @param findings receives what is wrong with them
   * @return the recordings by revision id; incomplete where there are findings
   */
  Map<String, RecordedRevision> record(List<DeclaredRevision> revisions, List<Finding> findings) {
    Map<DeclaredRevision, SourceUnit> units = new LinkedHashMap<>();
    sources.sourcesOf(revisions).forEach(u -> u.revisions().forEach(r -> units.put(r, u)));
    Map<String, RecordedRevision> recorded = new LinkedHashMap<>();
    units.forEach(
        (revision, unit) ->
            cache.find(revision, unit).ifPresent(found -> recorded.put(revision.id(), found)));
    List<DeclaredRevision> open =
        revisions.stream().filter(revision -> !recorded.containsKey(revision.id())).toList();
    Compiled compiled = compile(open, units, findings);
    if (findings.isEmpty()) {
      RevisionClassLoader loader = new RevisionClassLoader(compiled.classes(), files);
      for (DeclaredRevision revision : open) {
        Optional<RecordedRevision> fresh = record(revision, loader, findings);
        fresh.ifPresent(r -> recorded.put(revision.id(), r));
        SourceUnit unit = units.get(revision);
        if (unit != null && compiled.selfContained().contains(unit)) {
          fresh.ifPresent(r -> cache.keep(r, unit));
        }
      }
    }
    return recorded;
  }

  /**
   * Compiles one source that no element of this compilation stands for yet.
   *
   * @param findings receives what is wrong with it
   * @return the class files by binary name; incomplete where there are findings
   */
  public Map<String, byte[]> compile(URI uri, String text, List<Finding> findings) {
    return compile(List.of(new SourceUnit(uri, text, List.of())), findings).classes();
  }

  /**
   * Compiled revisions.
   *
   * @param classes the class files by binary name
   * @param selfContained the sources that use nothing but the JDK and Retort
   */
  private record Compiled(Map<String, byte[]> classes, Set<SourceUnit> selfContained) {}

  /** Compiles those that have a source here; of the others a class file must be there. */
  private Compiled compile(
      List<DeclaredRevision> revisions,
      Map<DeclaredRevision, SourceUnit> units,
      List<Finding> findings) {
    Set<SourceUnit> toCompile = new LinkedHashSet<>();
    for (DeclaredRevision revision : revisions) {
      if (units.containsKey(revision)) {
        toCompile.add(units.get(revision));
      } else if (!isCompiled(revision.binaryName())) {
        findings.add(
            Finding.error(
                RevisionProblems.sourceNotFound(revision.id(), revision.binaryName()),
                revision.element()));
      }
    }
    Compiled compiled =
        toCompile.isEmpty() ? new Compiled(Map.of(), Set.of()) : compile(toCompile, findings);
    Map<String, byte[]> classes = new HashMap<>(drafted);
    classes.putAll(compiled.classes());
    return new Compiled(classes, compiled.selfContained());
  }

  private boolean isCompiled(String binaryName) {
    return drafted.containsKey(binaryName)
        || files.compiledClass(binaryName).isPresent()
        || files.libraryClass(binaryName).isPresent();
  }

  private Compiled compile(Collection<SourceUnit> units, List<Finding> findings) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      findings.add(Finding.error(RevisionProblems.noCompiler()));
      return new Compiled(Map.of(), Set.of());
    }
    NestedCompiler.Result result =
        new NestedCompiler(javac, files, env.getSourceVersion()).compile(List.copyOf(units));
    findings.addAll(new CompileErrors(files).findings(result.errors()));
    findings.addAll(CompileErrors.usesOfOtherRevisions(result.uses()));
    findings.addAll(CompileErrors.exits(result.uses()));
    Set<SourceUnit> selfContained = new HashSet<>(units);
    selfContained.removeIf(
        unit -> !result.uses().containsKey(unit) || result.uses().get(unit).libraries());
    return new Compiled(result.classes(), selfContained);
  }

  private static Optional<RecordedRevision> record(
      DeclaredRevision revision, RevisionClassLoader loader, List<Finding> findings) {
    Optional<List<RecordedOperation>> upgrade =
        record(revision, Direction.UPGRADE, loader, findings);
    Optional<List<RecordedOperation>> downgrade =
        record(revision, Direction.DOWNGRADE, loader, findings);
    return upgrade.isPresent() && downgrade.isPresent()
        ? Optional.of(new RecordedRevision(revision, upgrade.get(), downgrade.get()))
        : Optional.empty();
  }

  private static Optional<List<RecordedOperation>> record(
      DeclaredRevision revision,
      Direction direction,
      RevisionClassLoader loader,
      List<Finding> findings) {
    RevisionRecorder recorder = new RevisionRecorder(DEADLINE);
    try {
      Class<?> type = Class.forName(revision.binaryName(), false, loader);
      List<RecordedOperation> first = recorder.record(type, direction);
      List<RecordedOperation> second = recorder.record(type, direction);
      if (!areAlike(first, second)) {
        findings.add(
            Finding.error(
                RevisionProblems.recordsDifferently(revision.id(), direction.method()),
                revision.element()));
        return Optional.empty();
      }
      return Optional.of(first);
    } catch (RevisionRecorder.Failed failed) {
      findings.add(
          Finding.error(problem(revision, direction, failed), revision.element(), failed.line()));
    } catch (ClassNotFoundException | LinkageError unloadable) {
      findings.add(
          Finding.error(
              RevisionProblems.recordingFailed(revision.id(), direction.method(), unloadable),
              revision.element()));
    }
    return Optional.empty();
  }

  private static Problem problem(
      DeclaredRevision revision, Direction direction, RevisionRecorder.Failed failed) {
    Throwable cause = failed.getCause();
    if (failed.overdue()) {
      return RevisionProblems.recordingDoesNotEnd(
          revision.id(), direction.method(), DEADLINE.toSeconds());
    }
    if (cause instanceof UnknownTypeException unknown) {
      return RevisionProblems.unknownType(revision.id(), unknown.getMessage());
    }
    if (cause instanceof SchemaException impossible) {
      return RevisionProblems.impossibleDefinition(revision.id(), impossible.getMessage());
    }
    return RevisionProblems.recordingFailed(revision.id(), direction.method(), cause);
  }

  /** Alike as the chain's checksum sees them: a step is another object in each recording. */
  private static boolean areAlike(List<RecordedOperation> first, List<RecordedOperation> second) {
    return first.size() == second.size()
        && IntStream.range(0, first.size())
            .allMatch(i -> areAlike(first.get(i).operation(), second.get(i).operation()));
  }

  private static boolean areAlike(Operation first, Operation second) {
    return first.equals(second) || CanonicalForm.of(first).equals(CanonicalForm.of(second));
  }
}
