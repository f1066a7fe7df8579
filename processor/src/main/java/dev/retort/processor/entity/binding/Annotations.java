package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Names;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Refuses annotations that would change the schema in a way that is not read. */
final class Annotations {

  private static final String HIBERNATE = "org.hibernate.annotations.";

  /** What is meant for Hibernate's own annotation processor. */
  private static final String PROCESSING = HIBERNATE + "processing.";

  /** Of {@code org.hibernate.annotations}: read, or without effect on the schema. */
  private static final Set<String> KNOWN =
      Set.of(
          "Any",
          "AnyDiscriminator",
          "AnyDiscriminatorImplicitValues",
          "AnyDiscriminatorValue",
          "AnyDiscriminatorValues",
          "AnyKeyJavaClass",
          "AnyKeyJavaType",
          "AnyKeyJdbcType",
          "AnyKeyJdbcTypeCode",
          "Array",
          "Bag",
          "AttributeAccessor",
          "Audited",
          "Audited.CollectionTable",
          "Audited.Excluded",
          "Audited.SecondaryTable",
          "Audited.SecondaryTables",
          "Audited.Table",
          "BatchSize",
          "Cache",
          "Cascade",
          "Changelog",
          "Changelog.ChangesetId",
          "Changelog.ModifiedEntities",
          "Changelog.Timestamp",
          "Check",
          "Checks",
          "CollectionId",
          "CollectionIdJavaClass",
          "CollectionIdJavaType",
          "CollectionIdJdbcType",
          "CollectionIdJdbcTypeCode",
          "CollectionIdMutability",
          "CollectionIdType",
          "CollectionType",
          "CollectionTypeRegistration",
          "CollectionTypeRegistrations",
          "ColumnDefault",
          "ColumnTransformer",
          "ColumnTransformers",
          "Comment",
          "Comments",
          "ConcreteProxy",
          "ConverterRegistration",
          "ConverterRegistrations",
          "CompositeTypeRegistration",
          "CompositeTypeRegistrations",
          "CreationTimestamp",
          "CurrentTimestamp",
          "DiscriminatorFormula",
          "DiscriminatorOptions",
          "DynamicInsert",
          "DynamicUpdate",
          "Fetch",
          "EmbeddableInstantiator",
          "EmbeddableInstantiatorRegistration",
          "EmbeddableInstantiatorRegistrations",
          "EmbeddedTable",
          "FetchProfile",
          "FetchProfileOverride",
          "FetchProfileOverrides",
          "FetchProfiles",
          "FractionalSeconds",
          "Filter",
          "FilterDef",
          "FilterDefs",
          "FilterJoinTable",
          "FilterJoinTables",
          "Filters",
          "Formula",
          "Generated",
          "GeneratedColumn",
          "GeneratorType",
          "GenericGenerator",
          "GenericGenerators",
          "HQLSelect",
          "Immutable",
          "Imported",
          "Instantiator",
          "JavaType",
          "JavaTypeRegistration",
          "JavaTypeRegistrations",
          "JdbcType",
          "JdbcTypeCode",
          "JoinColumnOrFormula",
          "JoinColumnsOrFormulas",
          "JoinFormula",
          "LazyCollection",
          "LazyToOne",
          "LazyGroup",
          "ListIndexBase",
          "ListIndexJavaType",
          "ListIndexJdbcType",
          "ListIndexJdbcTypeCode",
          "Loader",
          "ManyToAny",
          "MapKeyJavaType",
          "MapKeyJdbcType",
          "MapKeyJdbcTypeCode",
          "MapKeyMutability",
          "MapKeyType",
          "Mutability",
          "NamedEntityGraph",
          "NamedEntityGraphs",
          "NamedNativeQueries",
          "NamedNativeQuery",
          "NamedQueries",
          "NamedQuery",
          "Nationalized",
          "NaturalId",
          "NaturalIdClass",
          "NaturalIdCache",
          "NativeGenerator",
          "NotFound",
          "OnDelete",
          "OptimisticLock",
          "OptimisticLocking",
          "ParamDef",
          "Parameter",
          "Parent",
          "PartitionKey",
          "PropertyRef",
          "SecondaryRow",
          "SecondaryRows",
          "OrderBy",
          "Persister",
          "Polymorphism",
          "Proxy",
          "QueryCacheLayout",
          "RowId",
          "SQLDelete",
          "SQLDeleteAll",
          "SQLDeletes",
          "SQLInsert",
          "SQLInserts",
          "SQLJoinTableRestriction",
          "SQLOrder",
          "SQLRestriction",
          "SQLSelect",
          "SQLUpdate",
          "SQLUpdates",
          "SortComparator",
          "SortNatural",
          "SelectBeforeUpdate",
          "SoftDelete",
          "Source",
          "Struct",
          "Subselect",
          "Synchronize",
          "TenantId",
          "TimeZoneColumn",
          "TimeZoneStorage",
          "Type",
          "TypeRegistration",
          "TypeRegistrations",
          "UpdateTimestamp",
          "UuidGenerator",
          "View",
          "Where",
          "WhereJoinTable");

  /** What a {@code @DialectOverride} that is meant for PostgreSQL names, and what all extend. */
  private static final Set<String> POSTGRESQL =
      Set.of("org.hibernate.dialect.PostgreSQLDialect", "org.hibernate.dialect.Dialect");

  private Annotations() {}

  /**
   * Checks the annotations of a class or member.
   *
   * @throws Unmappable at the first that is not read
   */
  static void requireKnown(Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      String name =
          ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
      if (name.equals(Names.COLLATE)) {
        throw new Unmappable(
            EntityProblems.collation(
                Reading.describe(element), new AnnotationUse(mirror).string("value")));
      }
      boolean unknown =
          name.startsWith(HIBERNATE)
              && !name.startsWith(PROCESSING)
              && !KNOWN.contains(name.substring(HIBERNATE.length()));
      if (unknown && !isForAnotherDatabase(name, new AnnotationUse(mirror))) {
        throw new Unmappable(
            EntityProblems.unsupported(
                Reading.describe(element), "@" + name.substring(name.lastIndexOf('.') + 1)));
      }
    }
  }

  /** Whether it is a {@code @DialectOverride}, or several, and none is meant for PostgreSQL. */
  private static boolean isForAnotherDatabase(String name, AnnotationUse use) {
    if (!name.startsWith(HIBERNATE + "DialectOverride.")) {
      return false;
    }
    Optional<TypeMirror> dialect = use.type("dialect");
    return dialect.isPresent()
        ? POSTGRESQL.stream().noneMatch(dialect.get().toString()::equals)
        : use.annotations("value").stream()
            .allMatch(each -> isForAnotherDatabase(each.name(), each));
  }
}
