package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ReferentialAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A {@code foreignKeyDefinition}: SQL that Hibernate pastes behind the constraint's name.
 *
 * @param columns the referring columns
 * @param table the table referred to, the namespace left out
 * @param referenced the columns referred to; empty for the table's primary key
 * @param deferrability when the foreign key is checked
 */
record ForeignKeyDefinition(
    List<Identifier> columns,
    Identifier table,
    List<Identifier> referenced,
    ReferentialAction onDelete,
    ReferentialAction onUpdate,
    Deferrability deferrability) {

  private static final String ACTION = "(no\\s+action|restrict|cascade|set\\s+null|set\\s+default)";

  private static final Pattern FORM =
      Pattern.compile(
          "foreign\\s+key\\s*\\((?<columns>[^()]+)\\)\\s*references\\s+(?<table>[^\\s()]+)"
              + "\\s*(?:\\((?<referenced>[^()]+)\\))?\\s*(?<actions>.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern ON =
      Pattern.compile("\\s*on\\s+(delete|update)\\s+" + ACTION + "\\s*", Pattern.CASE_INSENSITIVE);

  /** Reads a definition; empty when it holds more than columns, actions and deferrability. */
  static Optional<ForeignKeyDefinition> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    String rest = form.group("actions");
    for (Matcher on = ON.matcher(rest); on.lookingAt(); on = ON.matcher(rest)) {
      ReferentialAction action =
          ReferentialAction.valueOf(on.group(2).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_"));
      if (on.group(1).equalsIgnoreCase("delete")) {
        onDelete = action;
      } else {
        onUpdate = action;
      }
      rest = rest.substring(on.end());
    }
    String table = form.group("table");
    ForeignKeyDefinition immediate =
        new ForeignKeyDefinition(
            names(form.group("columns")),
            Identifier.of(table.substring(table.lastIndexOf('.') + 1)),
            form.group("referenced") == null ? List.of() : names(form.group("referenced")),
            onDelete,
            onUpdate,
            Deferrability.NOT_DEFERRABLE);
    return ConstraintOptions.deferrability(rest).map(immediate::checked);
  }

  private ForeignKeyDefinition checked(Deferrability when) {
    return new ForeignKeyDefinition(columns, table, referenced, onDelete, onUpdate, when);
  }

  /** Whether the definition says of columns and tables what the association says. */
  boolean fits(List<ColumnDraft> from, TableDraft target, List<ColumnDraft> to) {
    return columns.equals(canonical(from))
        && table.canonical().equals(target.name().canonical())
        && (referenced.isEmpty() || referenced.equals(canonical(to)));
  }

  private static List<Identifier> names(String list) {
    return Stream.of(list.split(",", -1)).map(ForeignKeyDefinition::folded).toList();
  }

  private static Identifier folded(String name) {
    Identifier written = Identifier.of(name);
    return Identifier.of(written.canonical());
  }

  private static List<Identifier> canonical(List<ColumnDraft> columns) {
    return columns.stream().map(column -> Identifier.of(column.name().canonical())).toList();
  }
}
