package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.source.SqlTypes;
import dev.retort.processor.entity.type.Facets;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * Java types of which one attribute is written as JSON or XML. Hibernate writes the other
 * attributes of the type so too, where nothing else is stated and it resolved that one first
 * ({@code BasicValue.determineReflectedJavaType} registers its Java type for all). In one class the
 * order is known; which class comes first is not, so that is told.
 */
final class FormattedTypes {

  /**
   * The attributes of one Java type.
   *
   * @param code how the first of them is written; empty if it does not state it
   */
  private record Uses(OptionalInt code, List<Element> formatted, List<Element> plain) {

    boolean isOnlyIn(Element owner) {
      return Stream.concat(formatted.stream(), plain.stream())
          .allMatch(attribute -> attribute.getEnclosingElement().equals(owner));
    }
  }

  private final Reading reading;
  private final Map<String, Uses> uses = new LinkedHashMap<>();

  FormattedTypes(Reading reading) {
    this.reading = reading;
  }

  /** What is stated about a value, or is as if it were, since another attribute states it. */
  Facets of(Member member, TypeMirror type, Facets stated) {
    boolean formatted =
        isFormatted(stated.jdbcTypeCode()) && member.findMeta(Names.JDBC_TYPE).isEmpty();
    if (reading.basics.isKnownBeforehand(type) || (!formatted && isStated(stated))) {
      return stated;
    }
    Uses known =
        uses.computeIfAbsent(
            reading.shapes.genericNameOf(type),
            name ->
                new Uses(
                    formatted ? stated.jdbcTypeCode() : OptionalInt.empty(),
                    new ArrayList<>(),
                    new ArrayList<>()));
    (formatted ? known.formatted : known.plain).add(member.element());
    return !formatted
            && known.code.isPresent()
            && known.isOnlyIn(member.element().getEnclosingElement())
        ? stated.withCode(known.code)
        : stated;
  }

  /** That it is an array changes nothing for a type that is none any more. */
  private static boolean isStated(Facets stated) {
    return stated.jdbcTypeCode().isPresent() && stated.jdbcTypeCode().getAsInt() != Types.ARRAY;
  }

  private static boolean isFormatted(OptionalInt code) {
    return code.isPresent()
        && (code.getAsInt() == SqlTypes.JSON || code.getAsInt() == Types.SQLXML);
  }

  /** Warns of attributes of which the order of classes decides how they are stored. */
  void warn() {
    for (Uses known : uses.values()) {
      for (Element attribute : known.plain) {
        Element owner = attribute.getEnclosingElement();
        if (!known.formatted.isEmpty() && !known.isOnlyIn(owner)) {
          reading.warning(
              EntityProblems.storedOtherwiseElsewhere(
                  Reading.describe(attribute), Reading.describe(known.formatted.get(0))),
              attribute);
        }
      }
    }
  }
}
