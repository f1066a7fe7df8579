package dev.retort.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.LiveSchema;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumnNullable;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.CompositeRebuild;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.EnumRebuild;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.RebuildCompositeType;
import dev.retort.operation.RebuildEnumType;
import dev.retort.operation.ValidateConstraint;
import dev.retort.postgres.SqlRenderer;
import dev.retort.processor.diagnostic.Consequences;
import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.testing.Randomness;
import dev.retort.testing.RetortArbitraries;
import dev.retort.testing.ServerAbility;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drafts between random schemas, on tables with rows: what is drafted from A to B yields the
 * database that B yields when it is created directly, the way back yields A, no statement fails,
 * and no row is lost. The decisions that a draft leaves to a person are taken here: values for what
 * must not be NULL any more, conversions of values that do not fit, replacements for labels.
 */
class RoundTripsWithRowsTest {

  private static final int PAIRS = Integer.getInteger("retort.pairs", 100);

  private static Connection migrated;
  private static Connection direct;

  @BeforeAll
  static void connect() throws SQLException {
    migrated = TestDatabase.create().connection();
    direct = TestDatabase.create().connection();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    migrated.close();
    direct.close();
  }

  @Test
  void randomPairs() throws SQLException {
    long first = Randomness.seed();
    for (long seed = first; seed < first + PAIRS; seed++) {
      thereAndBack(seed);
    }
  }

  /** Seeds that have failed once. */
  @ParameterizedTest
  @ValueSource(longs = {733278388959713429L})
  void thereAndBack(long seed) throws SQLException {
    Random random = new Random(seed);
    Schema a = schema(random);
    Schema b = schema(random);
    List<Operation> upgrade = SchemaDiffer.diff(a, b);
    try (Statement there = migrated.createStatement();
        Statement besides = direct.createStatement()) {
      create(there, a);
      create(besides, b);
      LiveSchema before = read(migrated);
      Rows rows = new Rows(there);
      rows.insert(a, a.tables().values());

      Schema reached = run(there, DraftedOperations.ofUpgrade(upgrade, a), a);
      assertAlike(read(migrated), read(direct));
      assertOneRowEach(rows, reached);
      assertThat(upgrade).noneMatch(operation -> losesSharedColumn(operation, a, b));

      List<Operation> downgrade = Inverses.of(upgrade, a).orElseThrow();
      Schema restored = run(there, DraftedOperations.ofDowngrade(downgrade, reached), reached);
      assertAlike(read(migrated), before);
      assertOneRowEach(rows, restored);
    } catch (SQLException | AssertionError | RuntimeException failed) {
      throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
    }
  }

  /** A schema whose types all have values. */
  private static Schema schema(Random random) throws SQLException {
    Schema schema;
    do {
      schema = ServerAbility.of(migrated).possible(RetortArbitraries.schema(random));
    } while (schema.enumTypes().values().stream().anyMatch(type -> type.labels().isEmpty()));
    return schema;
  }

  private static void create(Statement statement, Schema schema) throws SQLException {
    statement.execute(
        "DROP SCHEMA IF EXISTS audit CASCADE; DROP SCHEMA public CASCADE;"
            + " CREATE SCHEMA public; CREATE SCHEMA audit");
    for (Operation operation : SchemaDiffer.diff(Schema.empty(), schema)) {
      execute(statement, operation);
    }
  }

  private static Schema run(Statement statement, List<DraftedOperation> drafted, Schema before)
      throws SQLException {
    Rows rows = new Rows(statement);
    Schema schema = before;
    for (DraftedOperation each : drafted) {
      Operation operation = decided(each.operation(), schema);
      if (meetsRows(operation)) {
        rows.level(schema);
      }
      execute(statement, operation);
      schema = operation.applyTo(schema);
      if (operation instanceof CreateTable create) {
        rows.insert(schema, List.of(schema.requireTable(create.table().name())));
      }
    }
    return schema;
  }

  /** What a person writes where the draft says that values do not fit. */
  private static Operation decided(Operation operation, Schema schema) {
    if (operation instanceof AlterColumnType alter && Consequences.of(alter, schema).isPresent()) {
      return new AlterColumnType(
          alter.table(),
          alter.column(),
          alter.type(),
          Optional.of(Rows.value(schema, alter.type())));
    }
    if (operation instanceof RebuildEnumType rebuild) {
      EnumRebuild replacing = rebuild.rebuild();
      for (String old : schema.requireEnumType(rebuild.type()).labels()) {
        if (!replacing.labels().contains(old) && !replacing.replacements().containsKey(old)) {
          replacing = replacing.replacing(old, replacing.labels().get(0));
        }
      }
      return new RebuildEnumType(rebuild.type(), replacing);
    }
    if (operation instanceof RebuildCompositeType rebuild
        && Consequences.of(rebuild, schema).isPresent()) {
      return fitting(rebuild, schema);
    }
    return operation;
  }

  /** The rebuild with a value for each attribute that gets another type. */
  private static Operation fitting(RebuildCompositeType operation, Schema schema) {
    CompositeType old = schema.requireCompositeType(operation.type());
    CompositeRebuild rebuild = operation.rebuild();
    for (Attribute attribute : operation.rebuild().attributes()) {
      if (old.attribute(attribute.name()).filter(kept -> !kept.equals(attribute)).isPresent()) {
        rebuild = rebuild.giving(attribute.name(), Rows.value(schema, attribute.type()));
      }
    }
    return new RebuildCompositeType(operation.type(), rebuild);
  }

  /** Where the draft says that it fails unless the rows suit it. */
  private static boolean meetsRows(Operation operation) {
    return operation instanceof AlterColumnNullable
        || operation instanceof AddConstraint
        || operation instanceof ValidateConstraint
        || operation instanceof CreateIndex;
  }

  private static void execute(Statement statement, Operation operation) throws SQLException {
    for (String sql : SqlRenderer.render(operation)) {
      try {
        statement.execute(sql);
      } catch (SQLException failed) {
        throw new SQLException(sql + "\n" + failed.getMessage(), failed);
      }
    }
  }

  private static LiveSchema read(Connection connection) throws SQLException {
    return CatalogReader.read(connection, "public", List.of("audit"), Set.of());
  }

  /** The names that PostgreSQL gives to unnamed keys are no difference. */
  private static void assertAlike(LiveSchema actual, LiveSchema expected) {
    assertThat(SchemaDiffer.diff(actual.schema(), expected.schema())).isEmpty();
    assertThat(actual.beyond()).isEmpty();
  }

  private static void assertOneRowEach(Rows rows, Schema schema) throws SQLException {
    for (QualifiedName table : schema.tables().keySet()) {
      assertThat(rows.count(table)).as("rows of %s", table).isEqualTo(1);
    }
  }

  /** Only what is computed is ever dropped and added again. */
  private static boolean losesSharedColumn(Operation operation, Schema a, Schema b) {
    return operation instanceof DropColumn drop
        && b.table(drop.table()).flatMap(table -> table.column(drop.column())).isPresent()
        && a.requireTable(drop.table()).requireColumn(drop.column()).generation().isEmpty()
        && b.requireTable(drop.table()).requireColumn(drop.column()).generation().isEmpty();
  }
}
