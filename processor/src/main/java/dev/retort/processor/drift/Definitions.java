package dev.retort.processor.drift;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ConstraintVisitor;
import dev.retort.schema.Deferrability;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.NullsOrder;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Routine;
import dev.retort.schema.Trigger;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Constraints and indexes in the words of a message. */
final class Definitions {

  /** So much of a comment, in characters, tells it from another one. */
  private static final int MAX_COMMENT = 60;

  /** So much is shown of what is the same before the first difference of two definitions. */
  private static final int BEFORE_DIFFERENCE = 24;

  private static final Pattern LINE_ENDS = Pattern.compile("\\R");

  /** Characters that would steer a terminal. */
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private Definitions() {}

  static String of(Constraint constraint) {
    return constraint.accept(WORDS);
  }

  static String of(Index index) {
    String keys =
        index.keys().stream().map(Definitions::of).collect(Collectors.joining(", ", "(", ")"));
    return (index.unique() ? "unique " : "on ")
        + (index.isBtree() ? "" : "using " + index.method() + " ")
        + keys
        + (index.included().isEmpty() ? "" : " include " + list(index.included()))
        + (index.nullsDistinct() ? "" : " nulls not distinct")
        + index.predicate().map(p -> " where " + p).orElse("");
  }

  static String generation(Optional<String> expression) {
    return expression.map(text -> "generated as " + text).orElse("a plain column");
  }

  /** A comment on one line, the beginning of a long one. */
  static String ofComment(Optional<String> comment) {
    return comment
        .map(text -> "with comment '" + shortened(text) + "'")
        .orElse("without a comment");
  }

  /** The text of an object from where it begins to differ from the other's, on one line. */
  static String excerpt(DefinedObject object, DefinedObject other) {
    String text = onOneLine(object);
    String compared = onOneLine(other);
    int same = 0;
    while (same < text.length()
        && same < compared.length()
        && text.charAt(same) == compared.charAt(same)) {
      same++;
    }
    int start = text.lastIndexOf(' ', Math.max(0, same - BEFORE_DIFFERENCE)) + 1;
    String rest = shortened(text.substring(same <= BEFORE_DIFFERENCE ? 0 : start));
    return "'" + (same <= BEFORE_DIFFERENCE || start == 0 ? "" : "\u2026 ") + rest + "'";
  }

  /** All that its definition says, as it is compared. */
  private static String onOneLine(DefinedObject object) {
    String text = object.definition().sql();
    if (object instanceof Routine routine) {
      text = "(" + routine.arguments() + ") " + text;
    } else if (object instanceof Trigger trigger) {
      text = trigger.fires() + " \u2026 " + text;
    }
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String shortened(String text) {
    String line = STEERING.matcher(LINE_ENDS.matcher(text).replaceAll(" ")).replaceAll("?");
    int length = line.codePointCount(0, line.length());
    return length <= MAX_COMMENT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_COMMENT - 1)) + "\u2026";
  }

  private static String of(IndexKey key) {
    return key.column().or(key::expression).orElseThrow()
        + key.operatorClass().map(name -> " " + name).orElse("")
        + (key.descending() ? " desc" : "")
        + (key.hasDefaultNulls()
            ? ""
            : key.nulls() == NullsOrder.FIRST ? " nulls first" : " nulls last");
  }

  private static final ConstraintVisitor<String> WORDS =
      new ConstraintVisitor<>() {
        @Override
        public String visit(PrimaryKey primaryKey) {
          return "primary key "
              + list(primaryKey.columns())
              + deferrable(primaryKey.deferrability());
        }

        @Override
        public String visit(UniqueConstraint unique) {
          return "unique "
              + (unique.nullsDistinct() ? "" : "nulls not distinct ")
              + list(unique.columns())
              + deferrable(unique.deferrability());
        }

        @Override
        public String visit(ForeignKey key) {
          String actions =
              action(" on delete ", key.onDelete()) + action(" on update ", key.onUpdate());
          return "foreign key "
              + list(key.columns())
              + " references "
              + key.referencedTable()
              + list(key.referencedColumns())
              + actions
              + deferrable(key.deferrability())
              + notValid(key);
        }

        @Override
        public String visit(CheckConstraint check) {
          return "check (" + check.expression() + ")" + notValid(check);
        }

        private String deferrable(Deferrability deferrability) {
          return deferrability == Deferrability.NOT_DEFERRABLE
              ? ""
              : " " + deferrability.sql().toLowerCase(Locale.ROOT);
        }

        private String notValid(Constraint constraint) {
          return constraint.isValidated() ? "" : " not valid";
        }

        private String action(String words, ReferentialAction action) {
          return action == ReferentialAction.NO_ACTION
              ? ""
              : words + action.sql().toLowerCase(Locale.ROOT);
        }
      };

  private static String list(List<String> columns) {
    return "(" + String.join(", ", columns) + ")";
  }
}
