package dev.retort.processor.migration;

import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.RevisionProblems;
import dev.retort.processor.report.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Turns the errors of compiling revisions alone into findings. A name that is missing there but
 * known to the surrounding compilation is a class of the module's own, which deserves its reason.
 */
final class CompileErrors {

  private static final Pattern NAME =
      Pattern.compile("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}.]*");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^\\s*import\\s+(static\\s+)?([\\w.$]+)\\s*(\\.\\s*\\*\\s*)?;");

  private final CompilationFiles files;

  CompileErrors(CompilationFiles files) {
    this.files = files;
  }

  List<Finding> findings(List<Diagnostic<? extends JavaFileObject>> errors) {
    List<Finding> findings = new ArrayList<>();
    Set<SourceUnit> explained = new HashSet<>();
    for (SourceUnit source : sourcesOf(errors)) {
      List<Finding> own = usesOfOwnClasses(source, errorsIn(source, errors));
      if (!own.isEmpty()) {
        findings.addAll(own);
        explained.add(source);
      }
    }
    for (Diagnostic<? extends JavaFileObject> error : errors) {
      Optional<SourceUnit> source = sourceOf(error);
      if (source.isPresent() && !explained.contains(source.get())) {
        findings.add(
            at(
                source.get(),
                (int) error.getLineNumber(),
                RevisionProblems.doesNotCompile(
                    source.get().name(), error.getMessage(Locale.getDefault()))));
      }
    }
    return findings;
  }

  /** One finding for each class of the module that the source uses, at its first use. */
  private List<Finding> usesOfOwnClasses(
      SourceUnit source, List<Diagnostic<? extends JavaFileObject>> errors) {
    List<Finding> findings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    Matcher imports = IMPORT.matcher(source.text());
    while (imports.find()) {
      int line = source.lineAt(imports.start(2));
      ownClass(imports.group(2), source)
          .filter(told::add)
          .ifPresent(own -> findings.add(use(source, line, own)));
    }
    for (Diagnostic<? extends JavaFileObject> error : errors) {
      nameAt(source, error)
          .flatMap(name -> ownClass(name, source))
          .filter(told::add)
          .ifPresent(own -> findings.add(use(source, (int) error.getLineNumber(), own)));
    }
    return findings;
  }

  /** The uses of other revisions' classes, which compile here but not when those are unchanged. */
  static List<Finding> usesOfOtherRevisions(Map<SourceUnit, SourceUses.Uses> uses) {
    List<Finding> findings = new ArrayList<>();
    uses.forEach(
        (source, used) ->
            used.otherSources().forEach((own, line) -> findings.add(use(source, line, own))));
    return findings;
  }

  /** Where a revision would end the compiler, and every application that migrates. */
  static List<Finding> exits(Map<SourceUnit, SourceUses.Uses> uses) {
    List<Finding> findings = new ArrayList<>();
    uses.forEach(
        (source, used) ->
            used.exit()
                .ifPresent(
                    line ->
                        findings.add(
                            at(source, line, RevisionProblems.endsTheMachine(source.name())))));
    return findings;
  }

  private static Finding use(SourceUnit source, int line, String own) {
    return at(source, line, RevisionProblems.usesOwnClass(source.name(), own));
  }

  /** The class of this module that a name in the source stands for, if any. */
  private Optional<String> ownClass(String name, SourceUnit source) {
    String packageName = source.packageName();
    for (String at = name; !at.isEmpty(); at = CompilationFiles.packageOf(at)) {
      for (String candidate : List.of(at, packageName + "." + at)) {
        if (files.isOwnClass(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> nameAt(
      SourceUnit source, Diagnostic<? extends JavaFileObject> error) {
    long start = error.getStartPosition();
    if (start == Diagnostic.NOPOS || start >= source.text().length()) {
      return Optional.empty();
    }
    Matcher name = NAME.matcher(source.text()).region((int) start, source.text().length());
    return name.lookingAt() ? Optional.of(name.group()) : Optional.empty();
  }

  private static Finding at(SourceUnit source, int line, Problem problem) {
    return source.revisions().isEmpty()
        ? Finding.error(problem)
        : Finding.error(problem, source.revisions().get(0).element(), line);
  }

  private static Set<SourceUnit> sourcesOf(List<Diagnostic<? extends JavaFileObject>> errors) {
    Set<SourceUnit> sources = new LinkedHashSet<>();
    errors.forEach(error -> sourceOf(error).ifPresent(sources::add));
    return sources;
  }

  private static List<Diagnostic<? extends JavaFileObject>> errorsIn(
      SourceUnit source, List<Diagnostic<? extends JavaFileObject>> errors) {
    return errors.stream()
        .filter(error -> sourceOf(error).filter(source::equals).isPresent())
        .<Diagnostic<? extends JavaFileObject>>map(error -> error)
        .toList();
  }

  private static Optional<SourceUnit> sourceOf(Diagnostic<? extends JavaFileObject> error) {
    return error.getSource() instanceof NestedCompiler.SourceFile file
        ? Optional.of(file.source())
        : Optional.empty();
  }
}
