package dev.retort.benchmarks.boot;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The migrations that everybody runs: one creates a table of eight columns, the next adds a column
 * to it, the one after that an index.
 */
final class Migrations {

  private Migrations() {}

  /** The SQL of each, without a semicolon, on one line. */
  static List<String> statements(int count) {
    return IntStream.range(0, count).mapToObj(Migrations::statement).toList();
  }

  private static String statement(int i) {
    String table = table(i);
    return switch (i % 3) {
      case 0 ->
          "CREATE TABLE "
              + table
              + " (id bigint NOT NULL, code varchar(20) NOT NULL, name varchar(100) NOT NULL,"
              + " quantity integer NOT NULL, price numeric(10, 2), active boolean NOT NULL,"
              + " notes text, created_at timestamptz(6) NOT NULL, PRIMARY KEY (id))";
      case 1 -> "ALTER TABLE " + table + " ADD COLUMN updated_at timestamptz(6)";
      default -> "CREATE INDEX ix_" + table + "_code ON " + table + " (code)";
    };
  }

  private static String table(int i) {
    return "item_" + i / 3;
  }

  static String id(int i) {
    return "%012x".formatted(0xb00_0000_0000L + i);
  }

  /** The source of Retort's revision that does the same. */
  static String revision(int i) {
    return """
        package app.migrations;

        import static dev.retort.schema.Column.column;
        import static dev.retort.schema.Index.index;
        import static dev.retort.schema.PrimaryKey.primaryKey;
        import static dev.retort.schema.SqlType.*;

        import dev.retort.operation.Operations;
        import dev.retort.revision.Migration;
        import dev.retort.revision.Revision;

        @Migration(
            revision = "%s",%s
            message = "Step %d",
            created = "2026-11-01T00:00:00Z")
        public final class Step%d implements Revision {

          @Override
          public void upgrade(Operations op) {
            %s;
          }

          @Override
          public void downgrade(Operations op) {
            %s;
          }
        }
        """
        .formatted(
            id(i),
            i == 0 ? "" : "\n    downRevision = \"" + id(i - 1) + "\",",
            i + 1,
            i + 1,
            upgrade(i),
            downgrade(i));
  }

  private static String upgrade(int i) {
    String table = table(i);
    return switch (i % 3) {
      case 0 ->
          """
          op.createTable(
                  "%s",
                  column("id", bigint()).notNull(),
                  column("code", varchar(20)).notNull(),
                  column("name", varchar(100)).notNull(),
                  column("quantity", integer()).notNull(),
                  column("price", numeric(10, 2)),
                  column("active", bool()).notNull(),
                  column("notes", text()),
                  column("created_at", timestamptz(6)).notNull(),
                  primaryKey("id"))"""
              .formatted(table);
      case 1 -> "op.addColumn(\"%s\", column(\"updated_at\", timestamptz(6)))".formatted(table);
      default -> "op.createIndex(\"%1$s\", index(\"ix_%1$s_code\", \"code\"))".formatted(table);
    };
  }

  private static String downgrade(int i) {
    String table = table(i);
    return switch (i % 3) {
      case 0 -> "op.dropTable(\"%s\")".formatted(table);
      case 1 -> "op.dropColumn(\"%s\", \"updated_at\")".formatted(table);
      default -> "op.dropIndex(\"%1$s\", \"ix_%1$s_code\")".formatted(table);
    };
  }
}
