package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * What tells an object that is SQL text from all others of a schema.
 *
 * @param kind what it is
 * @param name its name; a trigger's is in the namespace of its table
 * @param within the arguments of a function or procedure without their defaults, the local name of
 *     a trigger's table, and empty for a view
 */
public record ObjectId(Kind kind, QualifiedName name, String within)
    implements Comparable<ObjectId> {

  /** What an object can be; the order is that of their creation where nothing else decides. */
  public enum Kind {
    FUNCTION("function"),
    PROCEDURE("procedure"),
    VIEW("view"),
    MATERIALIZED_VIEW("materialized view"),
    TRIGGER("trigger");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in the words of SQL, in lower case. */
    public String words() {
      return words;
    }

    public boolean isView() {
      return this == VIEW || this == MATERIALIZED_VIEW;
    }

    public boolean isRoutine() {
      return this == FUNCTION || this == PROCEDURE;
    }
  }

  private static final Comparator<ObjectId> ORDER =
      Comparator.comparing(ObjectId::kind)
          .thenComparing(ObjectId::name)
          .thenComparing(ObjectId::within);

  public ObjectId {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
    requireNonNull(within, "within");
  }

  public static ObjectId view(QualifiedName name) {
    return new ObjectId(Kind.VIEW, name, "");
  }

  public static ObjectId materializedView(QualifiedName name) {
    return new ObjectId(Kind.MATERIALIZED_VIEW, name, "");
  }

  /** A function's, whose arguments may be written with their defaults. */
  public static ObjectId function(QualifiedName name, String arguments) {
    return new ObjectId(Kind.FUNCTION, name, Arguments.withoutDefaults(arguments));
  }

  /** A procedure's, whose arguments may be written with their defaults. */
  public static ObjectId procedure(QualifiedName name, String arguments) {
    return new ObjectId(Kind.PROCEDURE, name, Arguments.withoutDefaults(arguments));
  }

  public static ObjectId trigger(QualifiedName table, String name) {
    return new ObjectId(Kind.TRIGGER, table.withLocal(name), table.local());
  }

  /** The table or view of a trigger. */
  public QualifiedName table() {
    return name.withLocal(within);
  }

  @Override
  public int compareTo(ObjectId other) {
    return ORDER.compare(this, other);
  }

  /** In words, unquoted, so not for SQL: {@code function total(bigint)}. */
  @Override
  public String toString() {
    String text = kind.words() + " " + (kind == Kind.TRIGGER ? name.local() : name.toString());
    if (kind.isRoutine()) {
      return text + "(" + within + ")";
    }
    return kind == Kind.TRIGGER ? text + " of table " + table() : text;
  }
}
