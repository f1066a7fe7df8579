package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.schema.Deferrability;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * A unique constraint in the making.
 *
 * @param name the name that an annotation gives; PostgreSQL names the others
 * @param columns the columns' physical names
 * @param explicit whether an annotation states the constraint itself, not just implies it
 * @param deferrability when it is checked
 * @param origin what states it
 */
public record UniqueDraft(
    Optional<Identifier> name,
    List<Identifier> columns,
    boolean explicit,
    Deferrability deferrability,
    Element origin) {

  /** One that is implied, without a name and checked at once. */
  public static UniqueDraft implied(List<Identifier> columns, Element origin) {
    return new UniqueDraft(Optional.empty(), columns, false, Deferrability.NOT_DEFERRABLE, origin);
  }

  List<String> canonical() {
    return columns.stream().map(Identifier::canonical).toList();
  }
}
