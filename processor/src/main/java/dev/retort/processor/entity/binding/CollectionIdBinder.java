package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.type.BasicType;
import dev.retort.processor.entity.type.BasicTypes;
import dev.retort.processor.entity.type.Facets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/** Hibernate's {@code @CollectionId}: a bag whose table has a key of its own. */
final class CollectionIdBinder {

  private static final String JAVA_TYPE = "org.hibernate.type.descriptor.java.JavaType";

  /** What the column is called that nobody named. */
  private static final String DEFAULT_NAME = "id";

  private final Reading reading;
  private final BasicBinder basics;
  private final GeneratorBinder generators;

  CollectionIdBinder(Reading reading, BasicBinder basics) {
    this.reading = reading;
    this.basics = basics;
    this.generators = new GeneratorBinder(reading);
  }

  /** Whether rows of the collection have an id, whatever kind of collection it is. */
  boolean isOn(Member member) {
    return member.has(Names.COLLECTION_ID);
  }

  /** Adds the column of the id, and its sequence where it has one. */
  ColumnDraft bind(Holder holder, Member member, TableDraft table) {
    AnnotationUse annotation = member.find(Names.COLLECTION_ID).orElseThrow();
    ColumnSpec spec = ColumnSpec.of(annotation.annotation("column"));
    ColumnDraft column =
        basics.column(spec, spec.name().orElse(DEFAULT_NAME), type(member), member.element());
    column.nullable(false);
    generators.bindCollectionId(
        holder.entity(), table, member, column, annotation.string("generator"));
    return table.add(column);
  }

  private BasicType type(Member member) {
    Facets facets = Facets.ofCollectionId(member);
    Optional<TypeMirror> javaType = javaType(member);
    return (javaType.isPresent()
            ? reading.basics.of(javaType.get(), facets)
            : facets.jdbcTypeCode().isPresent()
                ? BasicTypes.ofCode(facets.jdbcTypeCode().getAsInt())
                : Optional.<BasicType>empty())
        .orElseThrow(
            () ->
                new Unmappable(
                    EntityProblems.unsupported(
                        Reading.describe(member.element()),
                        "@CollectionId without a known @CollectionIdJavaType or @CollectionIdJdbcTypeCode")));
  }

  /** The class that the descriptor of a Java type describes, or that is named itself. */
  private Optional<TypeMirror> javaType(Member member) {
    Stream<TypeMirror> described =
        member.find(Names.COLLECTION_ID_JAVA_TYPE).stream()
            .flatMap(use -> use.type("value").stream())
            .map(descriptor -> reading.shapes.argumentsAs(descriptor, JAVA_TYPE))
            .flatMap(List::stream);
    Stream<TypeMirror> named =
        member.find(Names.COLLECTION_ID_JAVA_CLASS).stream()
            .flatMap(use -> use.type("idType").stream());
    return Stream.concat(described, named).findFirst();
  }
}
