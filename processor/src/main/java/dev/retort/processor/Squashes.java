package dev.retort.processor;

import dev.retort.problem.ProblemException;
import dev.retort.processor.diagnostic.DraftProblems;
import dev.retort.processor.diagnostic.SquashProblems;
import dev.retort.processor.generate.ClassOutput;
import dev.retort.processor.generate.RevisionDraft;
import dev.retort.processor.generate.RevisionSource;
import dev.retort.processor.migration.Chain;
import dev.retort.processor.migration.SquashRange;
import dev.retort.processor.report.Finding;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Leaves the revision that stands in place of several in the class output: the compiler neither
 * writes over sources nor deletes them.
 */
final class Squashes {

  private static final String FOLDER = "squash";

  private final Elements elements;
  private final ClassOutput output;

  Squashes(Elements elements, ClassOutput output) {
    this.elements = elements;
    this.output = output;
  }

  /** Leaves what was asked for, and tells where, or why there is nothing. */
  List<Finding> leave(Chain sound, SquashRequest request) {
    try {
      SquashRange range = SquashRange.of(sound.graph(), request.range());
      String packageName =
          elements.getPackageOf(range.last().element()).getQualifiedName().toString();
      RevisionDraft draft =
          Squash.of(sound, range, request.message(), packageName, taken(range, packageName));
      output.clear(FOLDER);
      String left =
          output.write(FOLDER + "/" + draft.className() + ".java", RevisionSource.of(draft));
      return List.of(
          Finding.note(SquashProblems.squashed(left, range.revisions().size(), draft.id())));
    } catch (ProblemException refusal) {
      return List.of(Finding.error(refusal.problem()));
    } catch (IOException failed) {
      return List.of(
          Finding.error(
              DraftProblems.artifactNotWritten("the squashed revision", Drafts.reason(failed))));
    }
  }

  /** Classes of the package, but for those whose place is free then. */
  private Predicate<String> taken(SquashRange range, String packageName) {
    Set<Name> free = new HashSet<>();
    range.revisions().forEach(each -> free.add(each.element().getQualifiedName()));
    return name -> {
      TypeElement there =
          elements.getTypeElement(packageName.isEmpty() ? name : packageName + "." + name);
      return there != null && !free.contains(there.getQualifiedName());
    };
  }
}
