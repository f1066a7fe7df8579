package dev.retort.processor.diagnostic;

import dev.retort.operation.DropAttribute;
import dev.retort.operation.Operation;
import dev.retort.operation.RebuildCompositeType;
import dev.retort.postgres.Casts;
import dev.retort.postgres.TypeCapacity;
import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a change of a composite type means for the values that rows hold. */
final class CompositeConsequences {

  private CompositeConsequences() {}

  /** What cannot be restored; empty where nothing is lost. */
  static Optional<String> lost(Operation operation, Schema before) {
    if (operation instanceof DropAttribute) {
      return Optional.of(
          "Deletes the attribute's values: the downgrade restores the attribute, not the values.");
    }
    if (operation instanceof RebuildCompositeType rebuild) {
      List<String> gone =
          before.requireCompositeType(rebuild.type()).attributes().stream()
              .map(Attribute::name)
              .filter(name -> isGone(name, rebuild))
              .toList();
      return gone.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "Deletes the values of "
                  + String.join(", ", gone)
                  + ": the downgrade restores the attribute, not the values.");
    }
    return Optional.empty();
  }

  /** Whether no attribute has the name any more, and no value is made of it. */
  private static boolean isGone(String name, RebuildCompositeType rebuild) {
    Pattern mention = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    return rebuild.rebuild().attributes().stream().noneMatch(each -> each.name().equals(name))
        && rebuild.rebuild().values().values().stream()
            .noneMatch(expression -> mention.matcher(expression).find());
  }

  /** Where it fails. */
  static Optional<String> fails(RebuildCompositeType operation, Schema before) {
    CompositeType old = before.requireCompositeType(operation.type());
    boolean converts =
        operation.rebuild().attributes().stream()
            .anyMatch(
                attribute ->
                    old.attribute(attribute.name())
                        .filter(kept -> mayFail(kept, attribute))
                        .isPresent());
    return converts
        ? Optional.of("Fails where a value does not fit an attribute's new type.")
        : Optional.empty();
  }

  private static boolean mayFail(Attribute kept, Attribute wanted) {
    return !TypeCapacity.holds(wanted.type(), kept.type())
        || Casts.using(kept.name(), kept.type(), wanted.type()).isPresent();
  }
}
