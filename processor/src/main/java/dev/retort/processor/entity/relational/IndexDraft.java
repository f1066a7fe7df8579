package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.schema.Index;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * An index in the making.
 *
 * @param name its name as it is written
 * @param index the index under the name that PostgreSQL stores
 * @param columns the physical names of the columns that it is stated on, which must be there
 * @param origin what states it
 */
public record IndexDraft(Identifier name, Index index, List<Identifier> columns, Element origin) {}
