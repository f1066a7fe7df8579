package dev.retort.postgres;

import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as SQL spells them. */
public final class TypeNames {

  /** One part of a dotted name: in quotes as PostgreSQL writes it, or plain. */
  private static final Pattern PART =
      Pattern.compile("\\G\"((?:[^\"]|\"\")+)\"(\\.|$)|\\G([^\".]+)(\\.|$)");

  private TypeNames() {}

  /**
   * The type as SQL spells it. A name that is not PostgreSQL's own is quoted where needed; {@code
   * namespace.name} is a name in a namespace, and a part that is in double quotes already is
   * understood.
   */
  public static String render(SqlType type) {
    String name = type.isBuiltIn() ? type.name() : quoted(type.name());
    return type.spell(name) + "[]".repeat(type.arrayDimensions());
  }

  private static String quoted(String name) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(name);
    int end = 0;
    while (end < name.length() && matcher.find()) {
      boolean plain = matcher.group(1) == null;
      parts.add(plain ? matcher.group(3) : matcher.group(1).replace("\"\"", "\""));
      end = matcher.end();
    }
    boolean understood = end == name.length() && !name.endsWith(".") && parts.size() <= 2;
    return understood
        ? parts.stream().map(Identifiers::quote).reduce((a, b) -> a + "." + b).orElseThrow()
        : Identifiers.quote(name);
  }
}
