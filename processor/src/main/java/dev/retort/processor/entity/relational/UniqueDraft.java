package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.Identifier;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * A unique constraint in the making.
 *
 * @param name the name that an annotation gives; PostgreSQL names the others
 * @param columns the columns' physical names
 * @param explicit whether an annotation states the constraint itself, not just implies it
 * @param origin what states it
 */
public record UniqueDraft(
    Optional<Identifier> name, List<Identifier> columns, boolean explicit, Element origin) {

  List<String> canonical() {
    return columns.stream().map(Identifier::canonical).toList();
  }
}
