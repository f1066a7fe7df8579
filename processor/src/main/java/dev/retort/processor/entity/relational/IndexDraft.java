package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.Identifier;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * An index in the making.
 *
 * @param name its name
 * @param keys the columns' physical names with their direction
 * @param predicate the condition of a partial index
 * @param origin what states it
 */
public record IndexDraft(
    Identifier name, List<Key> keys, Optional<String> predicate, Element origin) {

  /** One column of an index. */
  public record Key(Identifier column, boolean descending) {}
}
