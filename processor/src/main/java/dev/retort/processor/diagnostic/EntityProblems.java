package dev.retort.processor.diagnostic;

import static java.util.stream.Collectors.joining;

import dev.retort.problem.Problem;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be wrong with an entity, or beyond what this version reads. Codes RT3xx. */
public final class EntityProblems {

  private EntityProblems() {}

  /** RT301: an entity that declares no identifier. */
  public static Problem noIdentifier(String entity) {
    return new Problem(
        "RT301",
        "The entity "
            + entity
            + " has no id: no field or getter of it or of its mapped"
            + " superclasses is annotated with @Id or @EmbeddedId.",
        "annotate the field that identifies a row with @Id, for example: @Id @GeneratedValue"
            + " private Long id;");
  }

  /** RT302: an attribute whose type is no basic type, embeddable or entity. */
  public static Problem unknownType(String attribute, String type) {
    return new Problem(
        "RT302",
        "The attribute "
            + attribute
            + " has the type "
            + type
            + ", which is no basic type,"
            + " embeddable or entity that is known here.",
        "convert it with @Convert(converter = …), make the type @Embeddable, or mark the attribute"
            + " @Transient.");
  }

  /** RT303: a mapping that Hibernate knows and this version does not. */
  public static Problem unsupported(String place, String feature) {
    return new Problem(
        "RT303",
        place
            + " uses "
            + feature
            + ", which this version of Retort does not read. The schema that"
            + " Hibernate would create for it is not known.",
        "map it another way, or state the column's type with @Column(columnDefinition = \"…\")"
            + " where that is what is missing.");
  }

  /** RT304: an association whose target is not an entity of this compilation. */
  public static Problem unknownTarget(String attribute, String target) {
    return new Problem(
        "RT304",
        "The association "
            + attribute
            + " refers to "
            + target
            + ", which is not an entity that is"
            + " known here.",
        "annotate "
            + target
            + " with @Entity, or name the entity with targetEntity; if it is an entity of a"
            + " library, have it read with -Aretort.entities="
            + target
            + ".");
  }

  /**
   * RT305: a column that a key, an index or a join column names, but no attribute maps.
   *
   * @param columns what the table has
   */
  public static Problem unknownColumn(
      String place, String column, String table, Collection<String> columns) {
    return new Problem(
        "RT305",
        place + " names the column " + column + ", which table " + table + " does not have.",
        EXPRESSION.matcher(column).find()
            ? "if it is an expression or says more than a name, put that in parentheses, since"
                + " Hibernate takes it for a name otherwise: "
                + inParentheses(column)
                + "."
            : columns.stream()
                .filter(each -> plain(each).equals(plain(column)))
                .findFirst()
                .map(alike -> "write " + alike + ", as the column is called in the database.")
                .orElseGet(() -> "map an attribute to it, or write one of " + listed(columns)));
  }

  /** The name as any naming strategy would spell it. */
  private static String plain(String column) {
    return column.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static String listed(Collection<String> columns) {
    return columns.stream().limit(LISTED).collect(joining(", "))
        + (columns.size() > LISTED ? " and " + (columns.size() - LISTED) + " more." : ".");
  }

  /** How many columns a message lists. */
  private static final int LISTED = 12;

  /** What no plain name has in it. */
  private static final Pattern EXPRESSION = Pattern.compile("[\\s()|]");

  private static final Pattern NAME_AND_MORE =
      Pattern.compile("(\\w+)(\\s+(?:\\w+\\s+)?(?:asc|desc|nulls)\\b.*)", Pattern.CASE_INSENSITIVE);

  private static String inParentheses(String text) {
    Matcher more = NAME_AND_MORE.matcher(text);
    return more.matches() ? "(" + more.group(1) + ")" + more.group(2) : "(" + text + ")";
  }

  /** RT305: a key of an index in parentheses that is no key to PostgreSQL. */
  public static Problem indexKey(String place, String text) {
    return new Problem(
        "RT305",
        place
            + " has the key "
            + text
            + ", which is none: Hibernate splits the column list at every comma, also inside"
            + " parentheses, and pastes each part into the statement.",
        "write (expression), followed by an operator class, ASC or DESC, NULLS FIRST or LAST if"
            + " need be, and no comma in it: a || b for concat(a, b), CASE for coalesce.");
  }

  /** RT305: an expression of an index in which no column is found. */
  public static Problem expressionWithoutColumn(String place, String expression, String table) {
    return new Problem(
        "RT305",
        place
            + " is on the expression "
            + expression
            + ", in which there is no column of table "
            + table
            + ".",
        "write columns in it as they are called in the database: Hibernate pastes it as it is.");
  }

  /** RT306: join columns that do not fit the key they refer to. */
  public static Problem joinColumnCount(String attribute, int given, int needed) {
    return new Problem(
        "RT306",
        "The association "
            + attribute
            + " has "
            + columns(given, "join column")
            + ", but the key that it refers to has "
            + columns(needed, "column")
            + ".",
        "write one @JoinColumn for each column of the key, with referencedColumnName.");
  }

  /** RT307: a column definition that is more than a type, NOT NULL and a default. */
  public static Problem columnDefinition(String attribute, String definition) {
    return new Problem(
        "RT307",
        "The column definition '"
            + definition
            + "' of "
            + attribute
            + " is not understood: Retort"
            + " reads a type, optionally followed by NOT NULL and DEFAULT.",
        "keep the type in columnDefinition and state the rest by annotations; a type of your own is"
            + " written in double quotes or with its namespace.");
  }

  /** RT308: a mappedBy that names no attribute of the other side. */
  public static Problem unknownMappedBy(String attribute, String mappedBy, String target) {
    return new Problem(
        "RT308",
        "The association "
            + attribute
            + " is mapped by "
            + mappedBy
            + ", but "
            + target
            + " has no such attribute.",
        "name the attribute of " + target + " that owns the association.");
  }

  /** RT309: two mappings that cannot stand in one schema. */
  public static Problem conflict(String fact) {
    return new Problem("RT309", fact + ".", "give one of the two another name.");
  }

  /** RT309: a table, or a part of one, that PostgreSQL would refuse. */
  public static Problem impossible(String fact) {
    return new Problem(
        "RT309", fact + ".", "change this mapping, or one that it does not go together with.");
  }

  /** RT310, a warning: a check constraint that depends on what a converter's code returns. */
  public static Problem convertedEnumCheck(String attribute, String converter) {
    return new Problem(
        "RT310",
        "Hibernate limits the column of "
            + attribute
            + " by a check constraint to the values that "
            + converter
            + " returns; they are not plain in its source, so the constraint is left out.",
        "write the converter with conditions, switches and literals alone, or create the"
            + " constraint in a revision with op.execute.");
  }

  /** RT310, a warning: a check constraint that depends on values that are not plain to see. */
  public static Problem unknownEnumValues(String attribute, String field) {
    return new Problem(
        "RT310",
        "Hibernate limits the column of "
            + attribute
            + " by a check constraint to the values that the enum constants have in "
            + field
            + "; they are not literals in a source of this compilation, so the constraint is left"
            + " out.",
        "assign the field in the enum's constructor and write the values as literals, or create"
            + " the constraint in a revision with op.execute.");
  }

  /** RT319: an attribute does not state how it is stored, and another of its Java type does. */
  public static Problem storedOtherwiseElsewhere(String attribute, String other) {
    return new Problem(
        "RT319",
        "The attribute "
            + attribute
            + " does not state how it is stored, and "
            + other
            + ", which is of the same Java type, is JSON or XML: Hibernate stores both so if it"
            + " reads the class of "
            + other
            + " first.",
        "write the same @JdbcTypeCode at "
            + attribute
            + ", or give one of them a type of its own (SqlTypes.ARRAY changes nothing).");
  }

  /** RT311: an identifier that refers to itself through its associations. */
  public static Problem circularIdentifier(String entity) {
    return new Problem(
        "RT311",
        "The id of the entity " + entity + " depends on itself through the associations in it.",
        "break the circle by giving one of the entities an id of its own.");
  }

  /** RT312: a value that is stored by a class of the application, whose column type is unknown. */
  public static Problem foreignType(String attribute, String storedBy) {
    return new Problem(
        "RT312",
        "The attribute "
            + attribute
            + " is stored by "
            + storedBy
            + "; what type its column has is decided by that class's code, which is not run at"
            + " compile time.",
        "state the column's type with @Column(columnDefinition = \"…\"), or say how the value is"
            + " stored with @JdbcTypeCode or @Convert instead.");
  }

  /** RT313: a generator of identifiers that may need tables or sequences of its own. */
  public static Problem unknownGenerator(String attribute, String generator) {
    return new Problem(
        "RT313",
        "The id "
            + attribute
            + " is generated by "
            + generator
            + ", which may create tables or sequences; what they are is not known at compile time.",
        "use @GeneratedValue with @SequenceGenerator or @TableGenerator, which state them, or say"
            + " what the class needs with -Aretort.generators="
            + generator
            + "=sequence (or =table, or =none).");
  }

  /** RT314, a warning: mappings that are not in annotations. */
  public static Problem xmlMappings(String file, String element) {
    return new Problem(
        "RT314",
        file
            + " maps classes ("
            + element
            + "), and Retort reads annotations only: the schema that Hibernate derives from both may"
            + " differ from the one that is compared here.",
        "state these mappings with annotations; named queries can stay in orm.xml.");
  }

  /** RT315: an annotation type that Hibernate reads and the compiler cannot find. */
  public static Problem missingAnnotation(String place, String annotation) {
    return new Problem(
        "RT315",
        "The annotation type "
            + annotation
            + " on "
            + place
            + " is not on the compiler's class path, so what it says is not wholly known; Hibernate"
            + " finds it when the application runs.",
        "add the library that has it to the dependencies of this module, in scope provided if"
            + " nothing else here needs it.");
  }

  /** RT315, a warning: an annotation type that is not found and may say how a value is stored. */
  public static Problem unknownAnnotation(String place, String annotation) {
    return new Problem(
        "RT315",
        "The annotation type "
            + annotation
            + " on "
            + place
            + " is not on the compiler's class path; if it carries annotations of Hibernate itself,"
            + " they are not seen.",
        "add the library that has it to the dependencies of this module, or leave it at that if it"
            + " has no part in the mapping.");
  }

  /** RT318: a key that lacks columns by which the rows of its table are divided. */
  public static Problem keyWithoutDivision(
      String table, String division, String key, String missing, boolean primary) {
    return new Problem(
        "RT318",
        "Table "
            + table
            + " is "
            + division
            + ", and its "
            + key
            + " lacks "
            + missing
            + ": duplicates can be told only within one part of the table.",
        primary
            ? "annotate the attribute of "
                + missing
                + " with @Id as well and name an @IdClass, or with @PartitionKey of Hibernate 7, which"
                + " puts its column into the primary key."
            : "add "
                + missing
                + " to its columns, or take it away: a table that is divided cannot keep such values"
                + " apart.");
  }

  /** RT316, a warning: audit tables, which Retort does not derive. */
  public static Problem auditTables(String entity, String table) {
    return new Problem(
        "RT316",
        "The entity "
            + entity
            + " is @Audited: Hibernate keeps its former states in audit tables such as "
            + table
            + ", and those are not derived here, so that no draft creates or changes them.",
        "create and change them in revisions with op.execute, which is not compared with the"
            + " entities; @SuppressWarnings(\"retort:RT316\") on the class states that this is"
            + " done.");
  }

  /** RT317, a warning: a class of the application decides of which kind a collection is. */
  public static Problem collectionClass(String attribute, String collectionType) {
    return new Problem(
        "RT317",
        "Of which kind the collection "
            + attribute
            + " is, and so the key of its table, is decided by the code of "
            + collectionType
            + " (getClassification), which is not run at compile time; here the attribute's type"
            + " and annotations decide as without @CollectionType.",
        "let the class classify it the same way, and state that by"
            + " @SuppressWarnings(\"retort:RT317\") on the attribute.");
  }

  /** RT303: a collation of a column, which the schema cannot say. */
  public static Problem collation(String attribute, String collation) {
    return new Problem(
        "RT303",
        "The column of "
            + attribute
            + " has the collation "
            + collation
            + " (@Collate), and collations are no part of the schema that Retort compares.",
        "leave out @Collate, which concerns nothing but the schema that Hibernate creates, and set"
            + " the collation in a revision with op.execute(\"ALTER TABLE … ALTER COLUMN … TYPE …"
            + " COLLATE …\").");
  }

  private static String columns(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
