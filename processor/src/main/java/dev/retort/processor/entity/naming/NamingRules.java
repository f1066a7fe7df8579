package dev.retort.processor.entity.naming;

import dev.retort.processor.entity.source.HibernateVersion;
import dev.retort.processor.entity.source.ImplicitNaming;
import dev.retort.processor.entity.source.PhysicalNaming;
import java.util.Locale;

/**
 * A pair of naming strategies: what a thing is called when nobody says (implicit, Hibernate's
 * {@code ImplicitNamingStrategyJpaCompliantImpl} and its subclasses), and what becomes of a name on
 * its way to the database (physical).
 */
public final class NamingRules {

  private final ImplicitNaming implicit;
  private final PhysicalNaming physical;
  private final HibernateVersion hibernate;

  /** A pair of strategies, by the rules of a version of Hibernate. */
  public NamingRules(ImplicitNaming implicit, PhysicalNaming physical, HibernateVersion hibernate) {
    this.implicit = implicit;
    this.physical = physical;
    this.hibernate = hibernate;
  }

  /** The name that the database gets for a table, column, sequence or namespace. */
  public Identifier physical(Identifier logical) {
    if (physical == PhysicalNaming.STANDARD || (logical.quoted() && hibernate.isSeven())) {
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
    String end = implicit == ImplicitNaming.SPRING ? property : targetTable.text();
    Identifier name = Identifier.of(ownerTable.text() + "_" + end);
    return isQuoted(ownerTable) || isQuoted(targetTable) ? name.asQuoted() : name;
  }

  /**
   * The name of the table of a collection of basic values or embeddables.
   *
   * @param ownerTable the logical name of the owning entity's table
   */
  public Identifier collectionTable(String entityName, Identifier ownerTable, String property) {
    Identifier name = Identifier.of(base(entityName, ownerTable) + "_" + property);
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

  /**
   * What the name of a column or table begins with that belongs to an entity by no property.
   *
   * @param table the logical name of the entity's table
   */
  public String base(String entityName, Identifier table) {
    return implicit == ImplicitNaming.LEGACY_JPA ? table.text() : entityName;
  }

  /**
   * What the names of an attribute's columns and tables begin with.
   *
   * @param path the path to the attribute, in the entity, that ends with a dot or is empty
   */
  public String property(String path, String attribute) {
    if (implicit != ImplicitNaming.COMPONENT_PATH) {
      return attribute;
    }
    String name = (path + attribute).replace('.', '_');
    return name.startsWith("`") ? name + "`" : name;
  }

  /**
   * The path to the attributes of a collection's elements. Hibernate 6.6 quotes names that have
   * such a path in them, except for the values of maps.
   */
  public String elements(String path, String collection, boolean map) {
    String inside = path + collection + (map ? ".value." : ".");
    return map || hibernate.isSeven() || path.startsWith("`") ? inside : "`" + inside;
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
