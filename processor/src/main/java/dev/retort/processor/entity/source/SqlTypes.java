package dev.retort.processor.entity.source;

/**
 * The constants of Hibernate's {@code org.hibernate.type.SqlTypes} beyond those of {@code
 * java.sql.Types}, by the same names.
 */
public final class SqlTypes {

  public static final int UUID = 3000;
  public static final int JSON = 3001;
  public static final int INET = 3002;
  public static final int TIMESTAMP_UTC = 3003;
  public static final int MATERIALIZED_BLOB = 3004;
  public static final int MATERIALIZED_CLOB = 3005;
  public static final int MATERIALIZED_NCLOB = 3006;
  public static final int TIME_UTC = 3007;
  public static final int INSTANT = 3008;
  public static final int LOCAL_DATE_TIME = 3009;
  public static final int LOCAL_DATE = 3010;
  public static final int LOCAL_TIME = 3011;
  public static final int OFFSET_DATE_TIME = 3012;
  public static final int OFFSET_TIME = 3013;
  public static final int ZONED_DATE_TIME = 3014;
  public static final int DURATION = 3015;
  public static final int STRUCT_ARRAY = 3016;
  public static final int JSON_ARRAY = 3018;
  public static final int XML_ARRAY = 3019;
  public static final int INTERVAL_SECOND = 3100;
  public static final int LONG32VARCHAR = 4001;
  public static final int LONG32NVARCHAR = 4002;
  public static final int LONG32VARBINARY = 4003;
  public static final int NAMED_ENUM = 6001;
  public static final int ORDINAL_ENUM = 6002;
  public static final int NAMED_ORDINAL_ENUM = 6003;

  private SqlTypes() {}
}
