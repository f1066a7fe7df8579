package dev.retort.postgres;

import static java.util.stream.Collectors.joining;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlName;
import java.util.Collection;

/** Names and texts as SQL spells them, whatever is in them. */
public final class Identifiers {

  private Identifiers() {}

  /** The name, in double quotes where needed: PostgreSQL's {@code quote_ident}. */
  public static String quote(String name) {
    return SqlName.quoted(name);
  }

  /** The name with its namespace, if it has one, each quoted where needed. */
  public static String quote(QualifiedName name) {
    return name.namespace().map(namespace -> quote(namespace) + ".").orElse("")
        + quote(name.local());
  }

  /** The names, quoted where needed, separated by commas. */
  public static String list(Collection<String> names) {
    return names.stream().map(Identifiers::quote).collect(joining(", "));
  }

  /** The text as a string constant, whatever the server's settings: {@code quote_literal}. */
  public static String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }
}
