package dev.retort.processor;

import dev.retort.problem.Problem;
import dev.retort.problem.ProblemException;
import dev.retort.processor.diagnostic.DraftProblems;
import dev.retort.processor.diagnostic.DriftProblems;
import dev.retort.processor.drift.Drift;
import dev.retort.processor.drift.DriftFindings;
import dev.retort.processor.entity.EntityModel;
import dev.retort.processor.entity.EntityReader;
import dev.retort.processor.entity.MappingOptions;
import dev.retort.processor.entity.MappingOptions.Naming;
import dev.retort.processor.entity.source.HibernateVersion;
import dev.retort.processor.generate.Artifacts;
import dev.retort.processor.generate.ClassOutput;
import dev.retort.processor.generate.RegistryEntry;
import dev.retort.processor.migration.Chain;
import dev.retort.processor.migration.ChainReader;
import dev.retort.processor.migration.RecordingCache;
import dev.retort.processor.migration.ReplayedRevision;
import dev.retort.processor.migration.RevisionCollector;
import dev.retort.processor.migration.RevisionRecordings;
import dev.retort.processor.migration.SourceLocator;
import dev.retort.processor.report.CompilerEnvironment;
import dev.retort.processor.report.Finding;
import dev.retort.processor.report.Reporter;
import dev.retort.schema.SchemaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * One run of the compiler, from its first round to its last.
 *
 * <p>The chain is read, and the registry generated, in the first round; the entities are read and
 * compared in the last, when no other processor can add to them any more. When a revision is to be
 * drafted, the first round does that instead, and the chain is read in the second, draft included:
 * so the compilation that drafts a revision is complete.
 */
final class Compilation {

  private static final String INDEX = "index";
  private static final String CACHE = "cache.json";
  private static final String SPRING_BOOT = "org.springframework.boot.SpringApplication";
  private static final String BEAN_VALIDATION = "jakarta.validation.Validation";

  private final CompilerEnvironment compiler;
  private final ProcessorOptions options;
  private final Elements elements;
  private final Types types;
  private final ClassOutput output;
  private final Reporter reporter;
  private final Drafts drafts;
  private final KnownTypes known;
  private Optional<LibraryEntities> library = Optional.empty();
  private final Unresolved unresolved;
  private final Map<String, byte[]> draftedClasses = new HashMap<>();
  private final SourceRoots sources;
  private final RecordingCache cache;
  private Optional<Chain> chain = Optional.empty();
  private boolean draftingDone;

  Compilation(CompilerEnvironment compiler, ProcessorOptions options) {
    this.compiler = compiler;
    this.options = options;
    this.elements = compiler.environment().getElementUtils();
    this.types = compiler.environment().getTypeUtils();
    this.output = new ClassOutput(compiler.environment().getFiler());
    this.reporter = new Reporter(compiler);
    List<Path> outputs =
        Stream.of(output.directory(), output.generatedSources()).flatMap(Optional::stream).toList();
    this.sources = new SourceRoots(compiler, outputs);
    this.drafts = new Drafts(options, sources);
    this.known = new KnownTypes(output.directory(), sources);
    this.unresolved = new Unresolved(compiler);
    this.cache = RecordingCache.of(output.read(CACHE));
    output.read(INDEX).ifPresent(known::addIndex);
    reporter.report(options.findings());
  }

  void addRevisions(Collection<? extends TypeElement> revisions) {
    known.addRevisions(revisions);
  }

  void addEntities(Collection<? extends TypeElement> entities) {
    known.addEntities(entities);
  }

  void addPackages(Collection<? extends PackageElement> packages) {
    known.addPackages(packages);
  }

  /**
   * In a round that is not the last: reads the chain and generates the registry, once. What
   * mentions a type that is not there waits for a later round: another processor may generate it.
   */
  void checkChain() {
    if (chain.isPresent() || !options.findings().isEmpty() || !isReadable()) {
      return;
    }
    if (!findLibraryEntities()) {
      return;
    }
    boolean drafting = isDrafting();
    Chain read = readChain(drafting && options.draft().isMerge());
    if (read.isSound() && drafting) {
      draftingDone = true;
      if (draft(read, options.draft())) {
        return;
      }
    }
    chain = Optional.of(read);
    reporter.report(read.findings());
    if (read.isSound()) {
      Squashes squashes = new Squashes(elements, output);
      options.squash().ifPresent(request -> reporter.report(squashes.leave(read, request)));
    }
    if (read.isSound() && !read.revisions().isEmpty()) {
      attempt("the registry of revisions", () -> Artifacts.writeRegistry(output, entries(read)));
    }
  }

  /** In the last round: compares the chain with the entities, and writes what describes both. */
  void finish(boolean errorRaised) {
    if (!errorRaised) {
      reportUnseen();
    }
    if (chain.isEmpty()) {
      return;
    }
    Chain read = chain.get();
    List<TypeElement> entities = entities();
    boolean readable = areEntitiesReadable();
    if (!read.isSound()) {
      if (readable) {
        reporter.report(readEntities(entities).findings());
      }
      return;
    }
    if (errorRaised) {
      return;
    }
    describe(read);
    boolean agreed = readable && (!isMapped(entities) || agree(read, entities));
    attempt(
        "the index of entities and revisions", () -> output.write(INDEX, known.index(elements)));
    attempt("the cache of recordings", () -> output.write(CACHE, cache.text()));
    if (agreed) {
      attempt("the folder of drafts, which should go,", () -> output.clear(Drafts.FOLDER));
    }
  }

  /** Writes what tells of the revisions alone, whether the entities agree with them or not. */
  private void describe(Chain sound) {
    if (!sound.revisions().isEmpty()) {
      attempt(
          "the SQL of the revisions",
          () -> Artifacts.writeDescriptions(output, entries(sound), sound.schema()));
    } else if (known.hadRevisions()) {
      attempt("what it generated from revisions, which should go,", () -> Artifacts.clear(output));
    }
  }

  /** Whether the compiler knows all that is to be read in this round. */
  private boolean isReadable() {
    return known.unseenRevisions(elements).isEmpty()
        && !unresolved.among(known.revisions(elements))
        && !(isDrafting() && options.draft().isFromDrift() && !areEntitiesReadable());
  }

  private boolean isDrafting() {
    return options.draft().isPresent() && !draftingDone;
  }

  private boolean areEntitiesReadable() {
    return known.unseenEntities(elements).isEmpty() && !unresolved.among(known.entities(elements));
  }

  /** What this compilation cannot compare, where nothing else fails it. */
  private void reportUnseen() {
    SortedSet<String> unseen = new TreeSet<>(known.unseenRevisions(elements));
    unseen.addAll(known.unseenEntities(elements));
    if (!unseen.isEmpty() && options.findings().isEmpty()) {
      reporter.report(List.of(Finding.warning(DraftProblems.unseen(unseen))));
    }
  }

  /** Looks once for the entities that the option names; says whether they are there. */
  private boolean findLibraryEntities() {
    if (library.isEmpty()) {
      library =
          Optional.of(new LibraryEntities(ProcessorOptions.ENTITIES, options.entities(), elements));
      reporter.report(library.get().findings());
    }
    return library.get().findings().isEmpty();
  }

  private Chain readChain(boolean toMerge) {
    RevisionCollector.Collected collected =
        new RevisionCollector(elements, types).collect(known.revisions(elements));
    if (!collected.findings().isEmpty()) {
      return Chain.broken(collected.findings());
    }
    ChainReader reader = new ChainReader(recordings());
    return toMerge ? reader.readToMerge(collected.revisions()) : reader.read(collected.revisions());
  }

  private RevisionRecordings recordings() {
    SourceLocator locator = new SourceLocator(compiler::sourceOf, options.sourceRoot());
    return new RevisionRecordings(compiler.environment(), locator, draftedClasses, cache);
  }

  /** The entities of this module, and those of libraries that an option adds. */
  private List<TypeElement> entities() {
    List<TypeElement> entities = new ArrayList<>(known.entities(elements));
    library.stream()
        .flatMap(more -> more.types(elements).stream())
        .filter(type -> !entities.contains(type))
        .forEach(entities::add);
    return entities;
  }

  /** The entities beside which a revision belongs: this module's, if it has any. */
  private List<TypeElement> own(List<TypeElement> entities) {
    List<TypeElement> own = known.entities(elements);
    return own.isEmpty() ? entities : own;
  }

  private boolean isMapped(List<TypeElement> entities) {
    return !entities.isEmpty() || known.mapsASchema(elements);
  }

  private EntityModel readEntities(List<TypeElement> entities) {
    boolean spring = elements.getTypeElement(SPRING_BOOT) != null;
    Naming naming =
        options.naming().map("spring"::equals).orElse(spring) ? Naming.SPRING : Naming.JPA;
    MappingOptions mapping =
        MappingOptions.of(naming)
            .withGenerators(options.generators())
            .withSettings(options.settings())
            .withBeanValidation(elements.getTypeElement(BEAN_VALIDATION) != null)
            .withHibernate(
                options.hibernate().orElseGet(() -> HibernateVersion.onClassPath(elements)));
    return new EntityReader(elements, types, mapping, compiler.enumValues())
        .read(entities, known.packages(elements));
  }

  /** Writes the revision that is asked for; false when there is none to write, or it failed. */
  private boolean draft(Chain sound, DraftRequest request) {
    DraftPlace place;
    try {
      place = DraftPlace.of(request, sound.graph());
    } catch (ProblemException noPlace) {
      reporter.report(List.of(Finding.error(noPlace.problem())));
      return false;
    }
    Optional<Problem> conflict =
        request.isMerge() ? sound.conflict(place.id(), place.downRevisions()) : Optional.empty();
    if (conflict.isPresent()) {
      reporter.report(List.of(Finding.error(conflict.get())));
      return false;
    }
    List<TypeElement> entities = entities();
    Optional<Drafts.Change> change =
        request.isFromDrift() ? missing(sound, entities) : Optional.of(Drafts.Change.NONE);
    if (change.isEmpty()) {
      return false;
    }
    String message =
        request.message().orElseGet(() -> "Merge " + String.join(" and ", place.downRevisions()));
    Optional<Drafts.Prepared> revision =
        drafts.prepare(sound, place, change.get(), own(entities), message);
    if (revision.isEmpty()) {
      reporter.report(List.of(Finding.error(DraftProblems.noSourceRoot())));
      return false;
    }
    return write(revision.get());
  }

  /** What the entities have and the migrations have not; empty if it cannot be drafted. */
  private Optional<Drafts.Change> missing(Chain sound, List<TypeElement> entities) {
    if (!isMapped(entities)) {
      reporter.report(List.of(Finding.note(DraftProblems.noEntities())));
      return Optional.empty();
    }
    EntityModel model = readEntities(entities);
    if (model.hasErrors()) {
      return Optional.empty();
    }
    try {
      return missing(sound, model);
    } catch (SchemaException impossible) {
      reporter.report(notDraftable(impossible));
      return Optional.empty();
    }
  }

  private Optional<Drafts.Change> missing(Chain sound, EntityModel model) {
    Drift drift = Drift.between(sound.schema(), sound.operations(), model, options.unmapped());
    if (drift.isEmpty()) {
      reporter.report(List.of(Finding.note(DraftProblems.nothingToDraft(headId(sound)))));
      return Optional.empty();
    }
    if (drift.isUndecided()) {
      DriftProblems problems =
          new DriftProblems(headId(sound), Drafts.suggestedMessage(drift), Optional.empty());
      reporter.report(DriftFindings.undecided(drift, problems));
      return Optional.empty();
    }
    return Optional.of(Drafts.Change.of(drift));
  }

  /**
   * Compiles first: what does not compile would only be in the way in the source tree. The class is
   * written before the source, see {@link Drafts#write}.
   */
  private boolean write(Drafts.Prepared revision) {
    List<Finding> findings = new ArrayList<>();
    Map<String, byte[]> classes =
        recordings().compile(revision.path().toUri(), revision.source(), findings);
    if (findings.isEmpty()) {
      Drafts.makeRoom(revision).ifPresent(findings::add);
    }
    if (findings.isEmpty()) {
      classes.forEach(
          (name, bytes) -> attempt("the class " + name, () -> output.writeClass(name, bytes)));
      findings.add(Drafts.write(revision));
    }
    reporter.report(findings);
    if (findings.stream().anyMatch(Finding::isError)) {
      return false;
    }
    draftedClasses.putAll(classes);
    classes.keySet().forEach(name -> known.addDrafted(name, revision.path()));
    return true;
  }

  private boolean agree(Chain sound, List<TypeElement> entities) {
    EntityModel model = readEntities(entities);
    reporter.report(model.findings());
    reporter.report(options.unmapped().findings(sound.schema()));
    reporter.report(
        XmlMappings.findings(
            output
                .resource(XmlMappings.FILE)
                .or(() -> sources.rootOf(entities).flatMap(XmlMappings::besideSources))));
    if (model.hasErrors()) {
      return false;
    }
    try {
      return agree(sound, entities, model);
    } catch (SchemaException impossible) {
      reporter.report(notDraftable(impossible));
      return false;
    }
  }

  private boolean agree(Chain sound, List<TypeElement> entities, EntityModel model) {
    Drift drift = Drift.between(sound.schema(), sound.operations(), model, options.unmapped());
    if (drift.isEmpty()) {
      return true;
    }
    Optional<Drafts.Left> left = leaveDraft(sound, drift, entities);
    DriftProblems problems =
        new DriftProblems(
            headId(sound), Drafts.suggestedMessage(drift), left.map(Drafts.Left::path));
    Optional<TypeElement> newest = sound.head().map(head -> head.declared().element());
    reporter.report(DriftFindings.of(drift, problems, newest, options.drift()));
    reporter.report(left.map(Drafts.Left::note).stream().toList());
    return false;
  }

  /** Nothing is left where it is for the user to say what belongs into the draft. */
  private Optional<Drafts.Left> leaveDraft(Chain sound, Drift drift, List<TypeElement> entities) {
    try {
      if (drift.isUndecided()) {
        output.clear(Drafts.FOLDER);
        return Optional.empty();
      }
      return Optional.of(drafts.leave(sound, drift, own(entities), output));
    } catch (SchemaException impossible) {
      // What is missing is told all the same, at each element.
      reporter.report(notDraftable(impossible));
      attempt("the folder of drafts, which should go,", () -> output.clear(Drafts.FOLDER));
      return Optional.empty();
    } catch (IOException failed) {
      reporter.report(notWritten("the draft of the missing revision", failed));
      return Optional.empty();
    }
  }

  private List<Artifacts.Entry> entries(Chain sound) {
    return sound.revisions().stream()
        .map(r -> new Artifacts.Entry(registered(r), r.upgrade(), r.downgrade()))
        .toList();
  }

  private RegistryEntry registered(ReplayedRevision revision) {
    TypeElement type = revision.declared().element();
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    String name = type.getQualifiedName().toString();
    return new RegistryEntry(
        revision.info(),
        packageName,
        packageName.isEmpty() ? name : name.substring(packageName.length() + 1));
  }

  private static String headId(Chain sound) {
    return String.join(", ", sound.graph().heads());
  }

  private interface Effect {
    void run() throws IOException;
  }

  private void attempt(String what, Effect effect) {
    try {
      effect.run();
    } catch (IOException failed) {
      reporter.report(notWritten(what, failed));
    }
  }

  private static List<Finding> notDraftable(SchemaException impossible) {
    return List.of(Finding.error(DraftProblems.notDraftable(impossible.getMessage())));
  }

  private static List<Finding> notWritten(String what, IOException failed) {
    return List.of(Finding.error(DraftProblems.artifactNotWritten(what, Drafts.reason(failed))));
  }
}
