package dev.retort.processor.entity.source;

import java.util.Set;

/** The qualified names of the annotations that are read. */
public final class Names {

  private static final String JPA = "jakarta.persistence.";
  private static final String HIBERNATE = "org.hibernate.annotations.";

  public static final String ENTITY = JPA + "Entity";
  public static final String EMBEDDABLE = JPA + "Embeddable";
  public static final String MAPPED_SUPERCLASS = JPA + "MappedSuperclass";
  public static final String CONVERTER = JPA + "Converter";
  public static final String ATTRIBUTE_CONVERTER = JPA + "AttributeConverter";

  public static final String TABLE = JPA + "Table";
  public static final String SECONDARY_TABLE = JPA + "SecondaryTable";
  public static final String SECONDARY_TABLES = JPA + "SecondaryTables";
  public static final String INHERITANCE = JPA + "Inheritance";
  public static final String DISCRIMINATOR_COLUMN = JPA + "DiscriminatorColumn";
  public static final String DISCRIMINATOR_VALUE = JPA + "DiscriminatorValue";
  public static final String PRIMARY_KEY_JOIN_COLUMN = JPA + "PrimaryKeyJoinColumn";
  public static final String PRIMARY_KEY_JOIN_COLUMNS = JPA + "PrimaryKeyJoinColumns";
  public static final String ID_CLASS = JPA + "IdClass";

  public static final String ACCESS = JPA + "Access";
  public static final String TRANSIENT = JPA + "Transient";
  public static final String ID = JPA + "Id";
  public static final String EMBEDDED_ID = JPA + "EmbeddedId";
  public static final String VERSION = JPA + "Version";
  public static final String GENERATED_VALUE = JPA + "GeneratedValue";
  public static final String SEQUENCE_GENERATOR = JPA + "SequenceGenerator";
  public static final String SEQUENCE_GENERATORS = JPA + "SequenceGenerators";
  public static final String TABLE_GENERATOR = JPA + "TableGenerator";
  public static final String TABLE_GENERATORS = JPA + "TableGenerators";

  public static final String COLUMN = JPA + "Column";
  public static final String BASIC = JPA + "Basic";
  public static final String ENUMERATED = JPA + "Enumerated";
  public static final String ENUMERATED_VALUE = JPA + "EnumeratedValue";
  public static final String TEMPORAL = JPA + "Temporal";
  public static final String LOB = JPA + "Lob";
  public static final String CONVERT = JPA + "Convert";
  public static final String CONVERTS = JPA + "Converts";
  public static final String EMBEDDED = JPA + "Embedded";
  public static final String ATTRIBUTE_OVERRIDE = JPA + "AttributeOverride";
  public static final String ATTRIBUTE_OVERRIDES = JPA + "AttributeOverrides";
  public static final String ASSOCIATION_OVERRIDE = JPA + "AssociationOverride";
  public static final String ASSOCIATION_OVERRIDES = JPA + "AssociationOverrides";

  public static final String MANY_TO_ONE = JPA + "ManyToOne";
  public static final String ONE_TO_ONE = JPA + "OneToOne";
  public static final String ONE_TO_MANY = JPA + "OneToMany";
  public static final String MANY_TO_MANY = JPA + "ManyToMany";
  public static final String ELEMENT_COLLECTION = JPA + "ElementCollection";
  public static final String JOIN_COLUMN = JPA + "JoinColumn";
  public static final String JOIN_COLUMNS = JPA + "JoinColumns";
  public static final String JOIN_TABLE = JPA + "JoinTable";
  public static final String COLLECTION_TABLE = JPA + "CollectionTable";
  public static final String MAPS_ID = JPA + "MapsId";
  public static final String ORDER_COLUMN = JPA + "OrderColumn";
  public static final String MAP_KEY = JPA + "MapKey";
  public static final String MAP_KEY_CLASS = JPA + "MapKeyClass";
  public static final String MAP_KEY_COLUMN = JPA + "MapKeyColumn";
  public static final String MAP_KEY_ENUMERATED = JPA + "MapKeyEnumerated";
  public static final String MAP_KEY_TEMPORAL = JPA + "MapKeyTemporal";
  public static final String MAP_KEY_JOIN_COLUMN = JPA + "MapKeyJoinColumn";
  public static final String MAP_KEY_JOIN_COLUMNS = JPA + "MapKeyJoinColumns";

  public static final String STRUCT = HIBERNATE + "Struct";
  public static final String JDBC_TYPE_CODE = HIBERNATE + "JdbcTypeCode";
  public static final String TIME_ZONE_STORAGE = HIBERNATE + "TimeZoneStorage";
  public static final String TIME_ZONE_COLUMN = HIBERNATE + "TimeZoneColumn";
  public static final String FRACTIONAL_SECONDS = HIBERNATE + "FractionalSeconds";
  public static final String TENANT_ID = HIBERNATE + "TenantId";
  public static final String PARTITION_KEY = HIBERNATE + "PartitionKey";
  public static final String SOFT_DELETE = HIBERNATE + "SoftDelete";
  public static final String JDBC_TYPE = HIBERNATE + "JdbcType";
  public static final String JAVA_TYPE = HIBERNATE + "JavaType";
  public static final String TYPE = HIBERNATE + "Type";
  public static final String MAP_KEY_JDBC_TYPE_CODE = HIBERNATE + "MapKeyJdbcTypeCode";
  public static final String MAP_KEY_JDBC_TYPE = HIBERNATE + "MapKeyJdbcType";
  public static final String MAP_KEY_JAVA_TYPE = HIBERNATE + "MapKeyJavaType";
  public static final String MAP_KEY_TYPE = HIBERNATE + "MapKeyType";
  public static final String LIST_INDEX_JDBC_TYPE_CODE = HIBERNATE + "ListIndexJdbcTypeCode";
  public static final String LIST_INDEX_JDBC_TYPE = HIBERNATE + "ListIndexJdbcType";
  public static final String LIST_INDEX_JAVA_TYPE = HIBERNATE + "ListIndexJavaType";
  public static final String ANY = HIBERNATE + "Any";
  public static final String MANY_TO_ANY = HIBERNATE + "ManyToAny";
  public static final String ANY_DISCRIMINATOR = HIBERNATE + "AnyDiscriminator";
  public static final String ANY_KEY_JAVA_CLASS = HIBERNATE + "AnyKeyJavaClass";
  public static final String ANY_KEY_JAVA_TYPE = HIBERNATE + "AnyKeyJavaType";
  public static final String ANY_KEY_JDBC_TYPE = HIBERNATE + "AnyKeyJdbcType";
  public static final String ANY_KEY_JDBC_TYPE_CODE = HIBERNATE + "AnyKeyJdbcTypeCode";
  public static final String DISCRIMINATOR_FORMULA = HIBERNATE + "DiscriminatorFormula";
  public static final String DISCRIMINATOR_OPTIONS = HIBERNATE + "DiscriminatorOptions";
  public static final String SUBSELECT = HIBERNATE + "Subselect";
  public static final String VIEW = HIBERNATE + "View";
  public static final String PARENT = HIBERNATE + "Parent";
  public static final String COLUMN_DEFAULT = HIBERNATE + "ColumnDefault";
  public static final String CREATION_TIMESTAMP = HIBERNATE + "CreationTimestamp";
  public static final String UPDATE_TIMESTAMP = HIBERNATE + "UpdateTimestamp";
  public static final String CURRENT_TIMESTAMP = HIBERNATE + "CurrentTimestamp";
  public static final String FORMULA = HIBERNATE + "Formula";
  public static final String GENERATED_COLUMN = HIBERNATE + "GeneratedColumn";
  public static final String COMMENT = HIBERNATE + "Comment";
  public static final String COMMENTS = HIBERNATE + "Comments";
  public static final String CHECK = HIBERNATE + "Check";
  public static final String CHECKS = HIBERNATE + "Checks";
  public static final String ON_DELETE = HIBERNATE + "OnDelete";
  public static final String NATURAL_ID = HIBERNATE + "NaturalId";
  public static final String BAG = HIBERNATE + "Bag";
  public static final String ORDER_BY = JPA + "OrderBy";
  public static final String SQL_ORDER = HIBERNATE + "SQLOrder";

  /** Gone in Hibernate 7, which has {@code @SQLOrder}. */
  public static final String HIBERNATE_ORDER_BY = HIBERNATE + "OrderBy";

  public static final String LIST_INDEX_BASE = HIBERNATE + "ListIndexBase";
  public static final String COLLECTION_ID = HIBERNATE + "CollectionId";
  public static final String COLLECTION_ID_JAVA_TYPE = HIBERNATE + "CollectionIdJavaType";
  public static final String COLLECTION_ID_JAVA_CLASS = HIBERNATE + "CollectionIdJavaClass";
  public static final String COLLECTION_ID_TYPE = HIBERNATE + "CollectionIdType";
  public static final String COLLECTION_ID_JDBC_TYPE = HIBERNATE + "CollectionIdJdbcType";
  public static final String COLLECTION_ID_JDBC_TYPE_CODE = HIBERNATE + "CollectionIdJdbcTypeCode";
  public static final String JOIN_FORMULA = HIBERNATE + "JoinFormula";
  public static final String JOIN_COLUMN_OR_FORMULA = HIBERNATE + "JoinColumnOrFormula";
  public static final String JOIN_COLUMNS_OR_FORMULAS = HIBERNATE + "JoinColumnsOrFormulas";
  public static final String COLLECTION_TYPE = HIBERNATE + "CollectionType";
  public static final String COLLATE = HIBERNATE + "Collate";
  public static final String AUDITED = HIBERNATE + "Audited";
  public static final String AUDITED_TABLE = HIBERNATE + "Audited.Table";
  public static final String ENVERS_AUDITED = "org.hibernate.envers.Audited";
  public static final String ENVERS_AUDIT_TABLE = "org.hibernate.envers.AuditTable";
  public static final String EMBEDDED_TABLE = HIBERNATE + "EmbeddedTable";
  public static final String PROPERTY_REF = HIBERNATE + "PropertyRef";
  public static final String NOT_FOUND = HIBERNATE + "NotFound";
  public static final String NATIVE_GENERATOR = HIBERNATE + "NativeGenerator";
  public static final String GENERIC_GENERATOR = HIBERNATE + "GenericGenerator";
  public static final String GENERIC_GENERATORS = HIBERNATE + "GenericGenerators";

  private static final String MODEL = "dev.retort.model.";
  public static final String PARTITION_BY = MODEL + "PartitionBy";
  public static final String PARTITION = MODEL + "Partition";
  public static final String PARTITIONS = PARTITION + ".List";
  public static final String HYPERTABLE = MODEL + "Hypertable";

  /** What says how the rows of an entity's table are divided. */
  public static final Set<String> DIVISIONS =
      Set.of(PARTITION_BY, PARTITION, PARTITIONS, HYPERTABLE);

  private Names() {}
}
