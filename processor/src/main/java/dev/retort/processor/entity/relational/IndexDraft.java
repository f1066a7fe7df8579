package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.Identifier;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * An index in the making.
 *
 * @param name its name
 * @param keys the columns' physical names with their direction
 * @param origin what states it
 */
public record IndexDraft(Identifier name, List<Key> keys, Element origin) {

  /** One column of an index. */
  public record Key(Identifier column, boolean descending) {}
}
