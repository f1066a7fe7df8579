package dev.retort.processor.entity.naming;

import dev.retort.processor.entity.source.HibernateVersion;
import java.util.Locale;

/**
 * A pair of naming strategies: what a thing is called when nobody says (implicit, Hibernate's
 * {@code ImplicitNamingStrategyJpaCompliantImpl}), and what becomes of a name on its way to the
 * database (physical).
 */
public final class NamingRules {

  private final boolean spring;
  private final HibernateVersion hibernate;

  private NamingRules(boolean spring, HibernateVersion hibernate) {
    this.spring = spring;
    this.hibernate = hibernate;
  }

  /** Hibernate's defaults. */
  public static NamingRules jpa(HibernateVersion hibernate) {
    return new NamingRules(false, hibernate);
  }

  /** Spring Boot's defaults. */
  public static NamingRules spring(HibernateVersion hibernate) {
    return new NamingRules(true, hibernate);
  }

  /** The name that the database gets for a table, column, sequence or namespace. */
  public Identifier physical(Identifier logical) {
    if (!spring || (logical.quoted() && hibernate.isSeven())) {
      return isQuoted(logical) ? logical.asQuoted() : logical;
    }
    return new Identifier(snakeCase(logical.text()), isQuoted(logical));
  }

  /** Hibernate 6.6 quotes names with a dollar sign, such as those of nested classes. */
  private boolean isQuoted(Identifier name) {
    return name.quoted() || (!hibernate.isSeven() && name.text().indexOf('$') >= 0);
  }

  /**
   * The name of a join table.
   *
   * @param ownerTable the logical name of the owning entity's table
   * @param targetTable the logical name of the other entity's table
   * @param property the association's property
   */
  public Identifier joinTable(Identifier ownerTable, Identifier targetTable, String property) {
    // SpringImplicitNamingStrategy names it after the property, so that two associations between
    // the same entities do not share a table.
    String end = spring ? property : targetTable.text();
    Identifier name = Identifier.of(ownerTable.text() + "_" + end);
    return isQuoted(ownerTable) || isQuoted(targetTable) ? name.asQuoted() : name;
  }

  /**
   * The name of the table of a collection of basic values or embeddables.
   *
   * @param ownerTable the logical name of the owning entity's table, for its quotes alone
   */
  public Identifier collectionTable(String entityName, Identifier ownerTable, String property) {
    Identifier name = Identifier.of(entityName + "_" + property);
    return ownerTable.quoted() ? name.asQuoted() : name;
  }

  /**
   * The name of a foreign key column.
   *
   * @param base the referring property, or the entity's name where no property refers
   * @param referencedColumn the logical name of the column referred to
   * @param referencedTable the logical name of its table
   */
  public Identifier joinColumn(
      String base, Identifier referencedColumn, Identifier referencedTable) {
    Identifier name = Identifier.of(base + "_" + referencedColumn.text());
    return isQuoted(referencedColumn) || isQuoted(referencedTable) ? name.asQuoted() : name;
  }

  /** Spring's and Hibernate's {@code CamelCaseToUnderscoresNamingStrategy}. */
  private String snakeCase(String name) {
    StringBuilder text = new StringBuilder(name.replace('.', '_'));
    for (int i = 1; i < text.length() - 1; i++) {
      char before = text.charAt(i - 1);
      char after = text.charAt(i + 1);
      if (isLower(before) && Character.isUpperCase(text.charAt(i)) && isLower(after)) {
        text.insert(i++, '_');
      }
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  /** A digit counts as a small letter since Hibernate 7. */
  private boolean isLower(char c) {
    return Character.isLowerCase(c) || (hibernate.isSeven() && Character.isDigit(c));
  }
}
