package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.schema.Deferrability;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/** A table in the making. Mutable, confined to one reading. */
public final class TableDraft {

  private final Identifier name;
  private final Identifier logicalName;
  private final Optional<Identifier> namespace;
  private final Element origin;
  private final Map<String, ColumnDraft> columns = new LinkedHashMap<>();
  private final List<ColumnDraft> primaryKey = new ArrayList<>();
  private final Map<String, UniqueDraft> uniques = new LinkedHashMap<>();
  private final Map<String, IndexDraft> indexes = new LinkedHashMap<>();
  private final Map<List<Object>, ForeignKeyDraft> foreignKeys = new LinkedHashMap<>();
  private final List<CheckDraft> checks = new ArrayList<>();
  private Optional<String> comment = Optional.empty();
  private Optional<DivisionDraft> division = Optional.empty();
  private boolean copiedBySubclasses;
  private boolean query;
  private Optional<String> view = Optional.empty();

  /**
   * An empty table.
   *
   * @param logicalName its name before the physical naming strategy
   */
  public TableDraft(
      Identifier name, Identifier logicalName, Optional<Identifier> namespace, Element origin) {
    this.name = name;
    this.logicalName = logicalName;
    this.namespace = namespace;
    this.origin = origin;
  }

  public Identifier name() {
    return name;
  }

  public Identifier logicalName() {
    return logicalName;
  }

  public Element origin() {
    return origin;
  }

  public QualifiedName qualifiedName() {
    return new QualifiedName(namespace.map(Identifier::stored), name.stored());
  }

  public Collection<ColumnDraft> columns() {
    return columns.values();
  }

  /** The columns' names as they are stored. */
  public List<String> columnNames() {
    return columns().stream().map(column -> column.name().stored()).toList();
  }

  public boolean has(ColumnDraft column) {
    return columns.containsValue(column);
  }

  /** The column of that physical name. */
  public Optional<ColumnDraft> column(Identifier columnName) {
    return Optional.ofNullable(columns.get(columnName.canonical()));
  }

  /** Adds a column and returns it, or the one that has the name already: the first one counts. */
  public ColumnDraft add(ColumnDraft column) {
    ColumnDraft known = columns.putIfAbsent(column.name().canonical(), column);
    return known == null ? column : known;
  }

  /**
   * States the primary key of a collection's table in place of another collection's. A unique
   * constraint that is implied and has the columns of that one went into it, and is gone with it
   * ({@code Table.checkPrimaryKeyUniqueKey}).
   */
  public void collectionKey(List<ColumnDraft> key) {
    if (!primaryKey.isEmpty()) {
      Set<String> replaced = canonical(primaryKey);
      uniques
          .values()
          .removeIf(
              unique -> !unique.explicit() && Set.copyOf(unique.canonical()).equals(replaced));
    }
    primaryKey(key);
  }

  /** States the primary key; its columns become NOT NULL. */
  public void primaryKey(List<ColumnDraft> key) {
    primaryKey.clear();
    for (ColumnDraft column : key) {
      column.nullable(false);
      if (!primaryKey.contains(column)) {
        primaryKey.add(column);
      }
    }
  }

  public List<ColumnDraft> primaryKey() {
    return List.copyOf(primaryKey);
  }

  boolean isPrimaryKey(List<ColumnDraft> someColumns) {
    return canonical(someColumns).equals(canonical(primaryKey));
  }

  /** Adds a unique constraint; one of the same key counts once, as an annotation states it. */
  public void unique(String key, UniqueDraft unique) {
    uniques.merge(
        key, unique, (known, other) -> other.explicit() && !known.explicit() ? other : known);
  }

  public boolean hasUniques() {
    return !uniques.isEmpty();
  }

  /** Adds an index, and says whether its name was free. */
  public boolean index(IndexDraft index) {
    return indexes.putIfAbsent(index.name().canonical(), index) == null;
  }

  /**
   * Adds a foreign key. Of several from the same columns to primary keys, of whatever tables, the
   * first one counts, under the name that one of them gives.
   */
  public void foreignKey(ForeignKeyDraft key) {
    foreignKeys.merge(
        key.identity(),
        key,
        (first, second) -> second.name().isPresent() ? first.named(second.name()) : first);
  }

  /** Whether a foreign key starts at these columns. */
  public boolean hasForeignKey(List<ColumnDraft> referring) {
    return foreignKeys.values().stream().anyMatch(key -> key.columns().equals(referring));
  }

  /** States what a deleted parent row does, for the foreign key that starts at these columns. */
  public void onDelete(List<ColumnDraft> referring, ReferentialAction action) {
    foreignKeys.replaceAll(
        (identity, key) -> key.columns().equals(referring) ? key.deleting(action) : key);
  }

  public Collection<ForeignKeyDraft> foreignKeys() {
    return foreignKeys.values();
  }

  public void check(CheckDraft check) {
    checks.add(check);
  }

  public void comment(Optional<String> value) {
    comment = value;
  }

  Optional<String> comment() {
    return comment;
  }

  /** States how the rows are divided. */
  public void divide(DivisionDraft value) {
    division = Optional.of(value);
  }

  Optional<DivisionDraft> division() {
    return division;
  }

  /** Marks the table of a superclass whose columns are repeated in the tables of subclasses. */
  public void copiedBySubclasses() {
    copiedBySubclasses = true;
  }

  /** Marks what is a query, not a table. */
  public void query() {
    query = true;
  }

  /** Marks what is a view of the given query, not a table. */
  public void view(String sql) {
    view = query ? Optional.empty() : Optional.of(sql);
    query = true;
  }

  /** The query of a view. */
  Optional<String> view() {
    return view;
  }

  boolean isQuery() {
    return query;
  }

  /**
   * Whether a foreign key can refer to the columns: PostgreSQL takes none to columns that are not
   * unique, and the rows of the table must not be spread over several tables.
   */
  public boolean canBeReferredTo(List<ColumnDraft> referenced) {
    if (copiedBySubclasses || query) {
      return false;
    }
    Set<String> names = canonical(referenced);
    return names.equals(canonical(primaryKey))
        || (referenced.size() == 1 && referenced.get(0).unique())
        || uniques.values().stream()
            .filter(unique -> unique.deferrability() == Deferrability.NOT_DEFERRABLE)
            .anyMatch(unique -> Set.copyOf(unique.canonical()).equals(names));
  }

  private static Set<String> canonical(List<ColumnDraft> someColumns) {
    return Set.copyOf(someColumns.stream().map(column -> column.name().canonical()).toList());
  }

  /** Copies what the table of a concrete subclass repeats of its superclass's. */
  public void include(TableDraft superTable) {
    superTable.columns.values().forEach(this::add);
    superTable.uniques.forEach(uniques::putIfAbsent);
    // Hibernate repeats a foreign key without its name and without what it does on delete.
    superTable.foreignKeys.values().forEach(key -> foreignKey(key.repeated()));
  }

  List<UniqueDraft> uniques() {
    return List.copyOf(uniques.values());
  }

  List<IndexDraft> indexes() {
    return List.copyOf(indexes.values());
  }

  List<CheckDraft> checks() {
    return checks;
  }

  /** The columns in Hibernate's order. */
  List<ColumnDraft> orderedColumns() {
    return columns.values().stream().sorted(ColumnDraft.ORDER).toList();
  }

  /** The unique constraint on exactly the primary key's columns, which orders and names it. */
  Optional<UniqueDraft> keyUnique() {
    Set<String> key = canonical(primaryKey);
    return key.isEmpty()
        ? Optional.empty()
        : uniques.values().stream()
            .filter(unique -> Set.copyOf(unique.canonical()).equals(key))
            .reduce((first, last) -> last);
  }

  /** The primary key in Hibernate's order. */
  List<ColumnDraft> orderedPrimaryKey() {
    return keyUnique()
        .map(unique -> unique.canonical().stream().map(columns::get).toList())
        .orElseGet(() -> primaryKey.stream().sorted(ColumnDraft.KEY_ORDER).toList());
  }
}
