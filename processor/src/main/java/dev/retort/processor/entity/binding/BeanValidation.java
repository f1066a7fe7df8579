package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.binding.Constraints.Constraint;
import dev.retort.processor.entity.relational.CheckDraft;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.type.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Bean Validation's constraints as Hibernate's {@code TypeSafeActivator} applies them to DDL: when
 * everything else is mapped, to the columns of each constrained property.
 */
final class BeanValidation {

  private static final String STANDARD = "jakarta.validation.constraints.";
  private static final String LENGTH = "org.hibernate.validator.constraints.Length";

  private final Reading reading;
  private final AttributeBinder attributes;
  private final Constraints constraints;

  BeanValidation(Reading reading, AttributeBinder attributes) {
    this.reading = reading;
    this.attributes = attributes;
    this.constraints = new Constraints(reading.shapes);
  }

  void apply(EntityBinding entity) {
    apply(entity, "", entity.type(), true);
  }

  /**
   * Applies the constraints of a class.
   *
   * @param prefix where its attributes are in the entity: empty, or ending with a dot
   * @param notNull whether its columns may become NOT NULL
   */
  private void apply(EntityBinding entity, String prefix, TypeElement type, boolean notNull) {
    attributesAt(entity, prefix)
        .forEach(
            (path, owner) -> {
              Member member = owner.members().get(path);
              List<Element> places = constraints.places(type, member.name());
              boolean required = apply(owner, path, member, constraints.at(places), notNull);
              if (attributes.isEmbedded(member) && constraints.isCascaded(places)) {
                reading
                    .shapes
                    .classOf(member.type())
                    .ifPresent(inner -> apply(entity, path + ".", inner, notNull && required));
              }
            });
  }

  /** The paths one step below the prefix, with the entity of the hierarchy that declares each. */
  private static Map<String, EntityBinding> attributesAt(EntityBinding entity, String prefix) {
    Map<String, EntityBinding> found = new LinkedHashMap<>();
    for (Optional<EntityBinding> owner = Optional.of(entity);
        owner.isPresent();
        owner = owner.get().parent()) {
      for (String path : owner.get().members().keySet()) {
        if (path.startsWith(prefix) && path.indexOf('.', prefix.length()) < 0) {
          found.putIfAbsent(path, owner.get());
        }
      }
    }
    return found;
  }

  /** Applies constraints to an attribute, and says whether they require a value. */
  private boolean apply(
      EntityBinding owner,
      String path,
      Member member,
      List<Constraint> applied,
      boolean mayBeNotNull) {
    boolean required = mayBeNotNull && applied.stream().anyMatch(this::requiresValue);
    if (AttributeBinder.isCollection(member)) {
      return required;
    }
    List<ColumnDraft> columns = owner.columns(path);
    applied.forEach(constraint -> shape(constraint, member, columns));
    if (required && !attributes.isComposite(member) && !owner.isSingleTableSubclass()) {
      columns.forEach(column -> column.nullable(false));
    }
    return required;
  }

  /** Where one of several is enough, all must require one; Hibernate 6.6 does not see that. */
  private boolean requiresValue(Constraint constraint) {
    List<Constraint> parts = constraint.composing();
    boolean byParts =
        (constraint.isAnyOf() && reading.hibernate.isSeven())
            ? !parts.isEmpty() && parts.stream().allMatch(this::requiresValue)
            : parts.stream().anyMatch(this::requiresValue);
    return byParts
        || switch (constraint.name()) {
          case STANDARD + "NotNull", STANDARD + "NotBlank", STANDARD + "NotEmpty" -> true;
          default -> false;
        };
  }

  private void shape(Constraint constraint, Member member, List<ColumnDraft> columns) {
    for (ColumnDraft column : columns) {
      switch (constraint.name()) {
        case STANDARD + "Digits" -> {
          int fraction = (int) constraint.number("fraction");
          int digits = (int) constraint.number("integer") + fraction;
          resize(column, Size.precision(digits, fraction));
        }
        case STANDARD + "Size", LENGTH -> {
          long max = constraint.number("max");
          boolean text = reading.shapes.nameOf(member.type()).equals("java.lang.String");
          if (text && max < Integer.MAX_VALUE) {
            resize(column, Size.length((int) max));
          }
        }
        case STANDARD + "Min" -> limit(column, ">=", constraint, member);
        case STANDARD + "Max" -> limit(column, "<=", constraint, member);
        default -> {}
      }
    }
    constraint.composing().forEach(part -> shape(part, member, columns));
  }

  private static void resize(ColumnDraft column, Size size) {
    column.type(BasicBinder.sized(column.type(), size, OptionalInt.empty()));
  }

  private static void limit(
      ColumnDraft column, String comparison, Constraint constraint, Member member) {
    String condition = column.name().sql() + comparison + constraint.number("value");
    List<String> known = new ArrayList<>();
    column.checks().forEach(check -> known.add(check.condition()));
    if (!known.contains(condition)) {
      column.check(new CheckDraft(Optional.empty(), condition, member.element()));
    }
  }
}
