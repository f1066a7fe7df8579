package dev.retort.canonical;

import static dev.retort.canonical.MembersBuilder.members;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ConstraintVisitor;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.UniqueConstraint;
import java.util.Optional;

/** Constraints as JSON, and back; a constraint that has no name yet has none in JSON. */
public final class ConstraintJson {

  private ConstraintJson() {}

  public static Json write(Constraint constraint) {
    return constraint.accept(WRITER);
  }

  /**
   * The constraint that was written.
   *
   * @throws IllegalArgumentException if the JSON does not have the form of a constraint
   */
  public static Constraint read(Json json) {
    Json.Members members = json.asMembers();
    String name = members.optionalText("name").orElse("");
    String kind = members.text("kind");
    return switch (kind) {
      case "primary key" -> new PrimaryKey(name, members.texts("columns"), deferrability(members));
      case "unique" ->
          new UniqueConstraint(
              name,
              members.texts("columns"),
              !members.flag("nullsNotDistinct"),
              deferrability(members));
      case "check" ->
          new CheckConstraint(name, members.text("expression"), !members.flag("notValid"));
      case "foreign key" ->
          new ForeignKey(
              name,
              members.texts("columns"),
              SchemaJson.readName(members.get("references")),
              members.texts("referencedColumns"),
              action(members, "onDelete"),
              action(members, "onUpdate"),
              deferrability(members),
              !members.flag("notValid"));
      default -> throw new JsonException("unknown constraint '" + kind + "'");
    };
  }

  private static Deferrability deferrability(Json.Members members) {
    return Words.deferrability(members.optionalText("deferrable"));
  }

  private static ReferentialAction action(Json.Members members, String name) {
    return members.optionalText(name).map(Words::action).orElse(ReferentialAction.NO_ACTION);
  }

  private static MembersBuilder start(String kind, Constraint constraint) {
    return members().with("kind", kind).withUnlessEmpty("name", constraint.name());
  }

  private static final ConstraintVisitor<Json> WRITER =
      new ConstraintVisitor<>() {
        @Override
        public Json visit(PrimaryKey primaryKey) {
          return start("primary key", primaryKey)
              .with("columns", Json.texts(primaryKey.columns()))
              .withOptional("deferrable", Words.of(primaryKey.deferrability()))
              .build();
        }

        @Override
        public Json visit(UniqueConstraint unique) {
          return start("unique", unique)
              .with("columns", Json.texts(unique.columns()))
              .withFlag("nullsNotDistinct", !unique.nullsDistinct())
              .withOptional("deferrable", Words.of(unique.deferrability()))
              .build();
        }

        @Override
        public Json visit(ForeignKey key) {
          return start("foreign key", key)
              .with("columns", Json.texts(key.columns()))
              .with("references", SchemaJson.write(key.referencedTable()))
              .with("referencedColumns", Json.texts(key.referencedColumns()))
              .withOptional("onDelete", unlessDefault(key.onDelete()))
              .withOptional("onUpdate", unlessDefault(key.onUpdate()))
              .withOptional("deferrable", Words.of(key.deferrability()))
              .withFlag("notValid", !key.validated())
              .build();
        }

        @Override
        public Json visit(CheckConstraint check) {
          return start("check", check)
              .with("expression", check.expression())
              .withFlag("notValid", !check.validated())
              .build();
        }
      };

  private static Optional<String> unlessDefault(ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? Optional.empty() : Optional.of(Words.of(action));
  }
}
