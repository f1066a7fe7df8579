package dev.retort.processor.entity.type;

/**
 * The sizes that Hibernate gives to Java types under a JDBC type that is not their own ({@code
 * getDefaultSqlLength}, {@code getDefaultSqlPrecision} and {@code getDefaultSqlScale} of each
 * {@code JavaType}).
 */
final class JavaSizes {

  private static final int DEFAULT_LENGTH = 255;
  private static final int DEFAULT_PRECISION = 19;
  private static final int DEFAULT_SCALE = 2;
  private static final int DECIMAL_PRECISION = 38;

  private JavaSizes() {}

  /** The length as text. */
  static int text(String javaType) {
    return switch (javaType) {
      case "boolean", "byte", "char" -> 1;
      case "short" -> 6;
      case "int" -> 11;
      case "long" -> 20;
      case "float" -> 14;
      case "double" -> 24;
      case "java.math.BigInteger" -> DECIMAL_PRECISION + 1;
      case "java.math.BigDecimal" -> DECIMAL_PRECISION + 2;
      case "java.util.UUID" -> 36;
      case "java.util.Currency" -> 3;
      case "java.time.ZoneOffset" -> 6;
      case "java.net.InetAddress" -> 19;
      default -> DEFAULT_LENGTH;
    };
  }

  /** Precision and scale as a decimal number. */
  static Size decimal(String javaType) {
    return switch (javaType) {
      case "boolean" -> Size.precision(1, 0);
      case "byte", "char" -> Size.precision(3, 0);
      case "short" -> Size.precision(5, 0);
      case "int" -> Size.precision(10, 0);
      case "long" -> Size.precision(19, 0);
      case "float" -> Size.precision(8, DEFAULT_SCALE);
      case "double" -> Size.precision(17, DEFAULT_SCALE);
      case "java.math.BigInteger" -> Size.precision(DECIMAL_PRECISION, 0);
      case "java.math.BigDecimal" -> Size.precision(DECIMAL_PRECISION, DEFAULT_SCALE);
      case "java.time.Duration" -> Size.precision(21, 0);
      default -> Size.precision(DEFAULT_PRECISION, DEFAULT_SCALE);
    };
  }

  /** The binary digits as a floating point number. */
  static Size binary(String javaType) {
    return switch (javaType) {
      case "float" -> Size.precision(24);
      case "double" -> Size.precision(53);
      default -> Size.precision(decimal(javaType).precision().orElse(DEFAULT_PRECISION));
    };
  }
}
