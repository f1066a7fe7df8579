package dev.retort.postgres;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlName;
import java.util.Collection;
import java.util.StringJoiner;

/** Names and texts as SQL spells them, whatever is in them. */
public final class Identifiers {

  private Identifiers() {}

  /** The name, in double quotes where needed: PostgreSQL's {@code quote_ident}. */
  public static String quote(String name) {
    return SqlName.quoted(name);
  }

  /** The name with its namespace, if it has one, each quoted where needed. */
  public static String quote(QualifiedName name) {
    String local = quote(name.local());
    return name.namespace().isPresent() ? quote(name.namespace().get()) + "." + local : local;
  }

  /** The names, quoted where needed, separated by commas. */
  public static String list(Collection<String> names) {
    StringJoiner list = new StringJoiner(", ");
    for (String name : names) {
      list.add(quote(name));
    }
    return list.toString();
  }

  /** The text as a string constant, whatever the server's settings: {@code quote_literal}. */
  public static String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }
}
