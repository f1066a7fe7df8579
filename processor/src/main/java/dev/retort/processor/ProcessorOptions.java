package dev.retort.processor;

import dev.retort.processor.diagnostic.DraftProblems;
import dev.retort.processor.drift.Unmapped;
import dev.retort.processor.entity.source.GeneratorClass;
import dev.retort.processor.entity.source.HibernateSettings;
import dev.retort.processor.entity.source.HibernateVersion;
import dev.retort.processor.report.Finding;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * What the user asked for with {@code -A} options.
 *
 * @param draft the revision that is to be drafted
 * @param squash the revisions that one is to be drafted in place of
 * @param revisionPackage the package of new revisions
 * @param sourceRoot the source root that new revisions are written to
 * @param naming {@code jpa} or {@code spring}
 * @param hibernate the version of Hibernate whose rules apply
 * @param entities names of classes, packages and jars of libraries whose entities are read too
 * @param generators what generator classes need in the database, by their names
 * @param settings Hibernate's settings that change the schema
 * @param unmapped what the revisions create and no entity is to have
 * @param drift whether drift fails the compilation
 * @param findings what was not understood
 */
record ProcessorOptions(
    DraftRequest draft,
    Optional<SquashRequest> squash,
    Optional<String> revisionPackage,
    Optional<Path> sourceRoot,
    Optional<String> naming,
    Optional<HibernateVersion> hibernate,
    List<String> entities,
    Map<String, GeneratorClass> generators,
    HibernateSettings settings,
    Unmapped unmapped,
    Finding.Severity drift,
    List<Finding> findings) {

  private static final String PREFIX = "retort.";
  private static final String MESSAGE = "retort.message";
  private static final String EMPTY = "retort.empty";
  private static final String HEAD = "retort.head";
  private static final String SPLICE = "retort.splice";
  private static final String MERGE = "retort.merge";
  private static final String SQUASH = "retort.squash";
  private static final String BRANCH_LABELS = "retort.branchLabels";
  private static final String DEPENDS_ON = "retort.dependsOn";
  private static final String REVISION = "retort.revision";
  private static final String PACKAGE = "retort.package";
  private static final String SOURCE_ROOT = "retort.sourceRoot";
  private static final String NAMING = "retort.naming";
  private static final String HIBERNATE = "retort.hibernate";
  static final String ENTITIES = "retort.entities";
  private static final String GENERATORS = "retort.generators";
  private static final String SETTINGS = "retort.settings";
  private static final String UNMAPPED = "retort.unmapped";
  private static final String DRIFT = "retort.drift";

  static final Set<String> NAMES =
      Set.of(
          MESSAGE,
          EMPTY,
          HEAD,
          SPLICE,
          MERGE,
          SQUASH,
          BRANCH_LABELS,
          DEPENDS_ON,
          REVISION,
          PACKAGE,
          SOURCE_ROOT,
          NAMING,
          HIBERNATE,
          ENTITIES,
          GENERATORS,
          SETTINGS,
          UNMAPPED,
          DRIFT);

  /** Reads the options; an empty one counts as absent, since {@code -Akey=} gives null. */
  static ProcessorOptions of(Map<String, String> options) {
    List<Finding> findings = new ArrayList<>();
    options.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !NAMES.contains(name))
        .sorted()
        .map(name -> Finding.error(DraftProblems.noSuchOption(name, NAMES)))
        .forEach(findings::add);
    Optional<String> naming = oneOf(NAMING, options, List.of("jpa", "spring"), findings);
    Optional<String> drift = oneOf(DRIFT, options, List.of("error", "warning"), findings);
    return new ProcessorOptions(
        draft(options, findings),
        text(SQUASH, options).map(range -> new SquashRequest(range, text(MESSAGE, options))),
        packageName(options, findings),
        sourceRoot(options, findings),
        naming,
        hibernate(options, findings),
        list(ENTITIES, options),
        generators(options, findings),
        settings(options, findings),
        new Unmapped(list(UNMAPPED, options)),
        drift.filter("warning"::equals).isPresent()
            ? Finding.Severity.WARNING
            : Finding.Severity.ERROR,
        List.copyOf(findings));
  }

  /** What is asked of a draft means nothing without a message, or a merge. */
  private static DraftRequest draft(Map<String, String> options, List<Finding> findings) {
    DraftRequest request =
        new DraftRequest(
            // A squash has that message instead.
            text(MESSAGE, options).filter(message -> text(SQUASH, options).isEmpty()),
            flag(EMPTY, options, findings),
            list(HEAD, options),
            flag(SPLICE, options, findings),
            list(MERGE, options),
            list(BRANCH_LABELS, options),
            list(DEPENDS_ON, options),
            text(REVISION, options));
    if (!request.isPresent()) {
      Stream.of(EMPTY, HEAD, SPLICE, BRANCH_LABELS, DEPENDS_ON, REVISION)
          .filter(name -> text(name, options).isPresent())
          .map(name -> Finding.error(DraftProblems.withoutMessage(name)))
          .forEach(findings::add);
    }
    return request;
  }

  private static boolean flag(String name, Map<String, String> options, List<Finding> findings) {
    return oneOf(name, options, List.of("true", "false"), findings)
        .filter("true"::equals)
        .isPresent();
  }

  private static Optional<String> text(String name, Map<String, String> options) {
    return Optional.ofNullable(options.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static List<String> list(String name, Map<String, String> options) {
    return text(name, options).stream()
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** {@code class=kind}, separated by commas. */
  private static Map<String, GeneratorClass> generators(
      Map<String, String> options, List<Finding> findings) {
    Map<String, GeneratorClass> classes = new LinkedHashMap<>();
    for (String entry : list(GENERATORS, options)) {
      int equals = entry.indexOf('=');
      Optional<GeneratorClass> known =
          equals < 1 ? Optional.empty() : GeneratorClass.parse(entry.substring(equals + 1));
      if (known.isPresent()) {
        classes.put(entry.substring(0, equals).strip(), known.get());
      } else {
        findings.add(
            Finding.error(
                DraftProblems.unknownOption(
                    GENERATORS,
                    entry,
                    List.of(
                        "class=sequence",
                        "class=sequence:start:increment",
                        "class=table",
                        "class=none"))));
      }
    }
    return classes;
  }

  /** {@code setting=value}, separated by commas, as Hibernate calls its settings. */
  private static HibernateSettings settings(Map<String, String> options, List<Finding> findings) {
    List<String> entries = list(SETTINGS, options);
    for (String entry : entries) {
      if (HibernateSettings.parse(List.of(entry)).isEmpty()) {
        findings.add(
            Finding.error(
                DraftProblems.unknownOption(SETTINGS, entry, HibernateSettings.choices(entry))));
      }
    }
    return HibernateSettings.parse(entries).orElse(HibernateSettings.NONE);
  }

  /** All of 7 goes by the same rules here, so any 7.x is taken. */
  private static Optional<HibernateVersion> hibernate(
      Map<String, String> options, List<Finding> findings) {
    Optional<String> version = text(HIBERNATE, options);
    if (version.filter(v -> v.matches("7(\\.\\d+)?")).isPresent()) {
      return Optional.of(HibernateVersion.V7);
    }
    return oneOf(HIBERNATE, options, List.of("6.6", "7"), findings).map(v -> HibernateVersion.V6_6);
  }

  /** Drafts go to a directory that is there: a misspelt one must not come into being. */
  private static Optional<Path> sourceRoot(Map<String, String> options, List<Finding> findings) {
    Optional<String> text = text(SOURCE_ROOT, options);
    try {
      Optional<Path> root = text.map(Path::of).map(Path::toAbsolutePath);
      if (root.isEmpty() || Files.isDirectory(root.get())) {
        return root;
      }
    } catch (InvalidPathException notAPath) {
      // is told below
    }
    findings.add(Finding.error(DraftProblems.notADirectory(SOURCE_ROOT, text.orElse(""))));
    return Optional.empty();
  }

  /** A package name becomes a path: nothing but a name may pass. */
  private static Optional<String> packageName(Map<String, String> options, List<Finding> findings) {
    Optional<String> name = text(PACKAGE, options);
    if (name.isPresent() && !SourceVersion.isName(name.get())) {
      findings.add(Finding.error(DraftProblems.notAPackage(PACKAGE, name.get())));
      return Optional.empty();
    }
    return name;
  }

  private static Optional<String> oneOf(
      String name, Map<String, String> options, List<String> allowed, List<Finding> findings) {
    Optional<String> value = text(name, options);
    if (value.isPresent() && !allowed.contains(value.get())) {
      findings.add(Finding.error(DraftProblems.unknownOption(name, value.get(), allowed)));
      return Optional.empty();
    }
    return value;
  }
}
