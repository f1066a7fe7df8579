package dev.retort.processor.drift;

import dev.retort.operation.CreateObject;
import dev.retort.operation.DropObject;
import dev.retort.operation.ReplaceObject;
import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.DriftProblems;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.ObjectId;
import java.util.Optional;

/** What is told of views, functions and triggers; nothing of those that only step aside. */
final class ObjectProblems {

  private final Drift drift;
  private final DriftProblems problems;

  ObjectProblems(Drift drift, DriftProblems problems) {
    this.drift = drift;
    this.problems = problems;
  }

  Optional<Problem> of(CreateObject create) {
    DefinedObject declared = create.object();
    return drift
        .chain()
        .definedObjects()
        .find(declared.id())
        .map(created -> changed(created, declared))
        .orElseGet(() -> Optional.of(problems.notCreatedObject(declared.id().toString())));
  }

  Optional<Problem> of(ReplaceObject replace) {
    DefinedObject created = drift.renamed().definedObjects().require(replace.object().id());
    return changed(created, replace.object());
  }

  private Optional<Problem> changed(DefinedObject created, DefinedObject declared) {
    if (created.sameAs(declared)) {
      return Optional.empty();
    }
    return Optional.of(
        created.sameText(declared)
            ? problems.differentObject(
                declared.id().toString(),
                Definitions.ofComment(declared.definition().comment()),
                Definitions.ofComment(created.definition().comment()))
            : problems.differentObject(
                declared.id().toString(),
                Definitions.excerpt(declared, created),
                Definitions.excerpt(created, declared)));
  }

  Optional<Problem> of(DropObject drop) {
    ObjectId id = drop.object();
    return drift.meant().definedObjects().find(id).isPresent()
        ? Optional.empty()
        : Optional.of(problems.notDeclaredObject(id.toString()));
  }
}
