package dev.retort.processor.entity.naming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;

/**
 * The names of foreign keys and indexes that nobody named: a prefix and an MD5 in base 35, as
 * Hibernate's {@code NamingHelper} makes them.
 */
public final class HashedNames {

  private HashedNames() {}

  /** {@code FK…}: over the two tables and the referring columns. */
  public static String foreignKey(
      Identifier table, Identifier referencedTable, List<Identifier> columns) {
    return "FK"
        + hash("table`" + table + "`references`" + referencedTable + "`" + columnText(columns));
  }

  /** {@code IDX…}: over the table and the columns as the annotation spells them. */
  public static String index(Identifier table, List<Identifier> columns) {
    return "IDX" + hash("table`" + table + "`" + columnText(columns));
  }

  /** {@code UK…}: Hibernate's own key for an unnamed unique constraint; PostgreSQL names it. */
  public static String unique(Identifier table, List<Identifier> columns) {
    return "UK" + hash("table`" + table + "`" + columnText(columns));
  }

  private static String columnText(List<Identifier> columns) {
    StringBuilder text = new StringBuilder();
    columns.stream()
        .sorted(Comparator.comparing(Identifier::canonical))
        .forEach(column -> text.append("column`").append(column).append("`"));
    return text.toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return new BigInteger(1, digest).toString(35);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has MD5", e);
    }
  }
}
