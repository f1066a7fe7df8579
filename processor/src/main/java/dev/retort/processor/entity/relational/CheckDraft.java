package dev.retort.processor.entity.relational;

import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * A check constraint in the making.
 *
 * @param name the name that an annotation gives, as PostgreSQL stores it
 * @param condition the SQL condition
 * @param origin what states it
 */
public record CheckDraft(Optional<String> name, String condition, Element origin) {}
