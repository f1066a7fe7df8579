package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Members.AccessType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** An entity while its mapping is worked out. Mutable, confined to one reading. */
final class EntityBinding {

  /** How a hierarchy is spread over tables. */
  enum Strategy {
    SINGLE_TABLE,
    JOINED,
    TABLE_PER_CLASS
  }

  private final TypeElement type;
  private final String name;
  private final Optional<EntityBinding> parent;
  private final List<TypeElement> classes;
  private final AccessType access;
  private final Strategy strategy;
  private final List<EntityBinding> children = new ArrayList<>();
  private final Map<String, List<ColumnDraft>> columnsByPath = new LinkedHashMap<>();
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, List<String>> pathsInside = new LinkedHashMap<>();
  private final Map<String, TableDraft> tablesByPath = new LinkedHashMap<>();
  private final Map<String, List<Joins.Pairs>> joinTables = new LinkedHashMap<>();
  private final Map<String, TableDraft> secondaryTables = new LinkedHashMap<>();
  private final Map<String, TableDraft> collectionTables = new LinkedHashMap<>();
  private Optional<TableDraft> table = Optional.empty();
  private List<ColumnDraft> key = List.of();

  /**
   * An entity without a table yet.
   *
   * @param name its name for Jakarta Persistence, by default the class's simple name
   * @param classes the classes whose attributes it has and its parent has not: mapped superclasses
   *     from the top, then the entity class
   */
  EntityBinding(
      TypeElement type,
      String name,
      Optional<EntityBinding> parent,
      List<TypeElement> classes,
      AccessType access,
      Strategy strategy) {
    this.type = type;
    this.name = name;
    this.parent = parent;
    this.classes = classes;
    this.access = access;
    this.strategy = strategy;
    parent.ifPresent(p -> p.children.add(this));
  }

  TypeElement type() {
    return type;
  }

  String name() {
    return name;
  }

  Optional<EntityBinding> parent() {
    return parent;
  }

  EntityBinding root() {
    return parent.map(EntityBinding::root).orElse(this);
  }

  List<TypeElement> classes() {
    return classes;
  }

  AccessType access() {
    return access;
  }

  Strategy strategy() {
    return strategy;
  }

  List<EntityBinding> children() {
    return children;
  }

  /** All entities below, each before its own subclasses. */
  List<EntityBinding> descendants() {
    List<EntityBinding> all = new ArrayList<>();
    for (EntityBinding child : children) {
      all.add(child);
      all.addAll(child.descendants());
    }
    return all;
  }

  /** All entities below in the order in which Hibernate lists them: the deepest first. */
  List<EntityBinding> descendantsDeepestFirst() {
    List<EntityBinding> all = new ArrayList<>();
    children.forEach(child -> all.addAll(child.descendantsDeepestFirst()));
    all.addAll(children);
    return all;
  }

  boolean isAbstract() {
    return type.getModifiers().contains(Modifier.ABSTRACT);
  }

  boolean isSingleTableSubclass() {
    return strategy == Strategy.SINGLE_TABLE && parent.isPresent();
  }

  TableDraft table() {
    return table.orElseThrow();
  }

  void table(TableDraft draft) {
    table = Optional.of(draft);
  }

  boolean hasTable() {
    return table.isPresent();
  }

  Map<String, TableDraft> secondaryTables() {
    return secondaryTables;
  }

  void collectionTable(String path, TableDraft draft) {
    collectionTables.put(path, draft);
  }

  /** The table that the collection of that path has of its own. */
  Optional<TableDraft> collectionTable(String path) {
    return Optional.ofNullable(collectionTables.get(path));
  }

  /** The columns that identify a row of the entity's own table. */
  List<ColumnDraft> key() {
    return key;
  }

  void key(List<ColumnDraft> columns) {
    key = List.copyOf(columns);
  }

  void attribute(String path, Member member, List<ColumnDraft> columns) {
    int dot = path.lastIndexOf('.');
    if (members.put(path, member) == null && dot > 0) {
      pathsInside.computeIfAbsent(path.substring(0, dot), outer -> new ArrayList<>()).add(path);
    }
    columnsByPath.put(path, columns);
  }

  /** The attribute of that path, here or in a superclass. */
  Optional<Member> member(String path) {
    return Optional.ofNullable(members.get(path)).or(() -> parent.flatMap(p -> p.member(path)));
  }

  /** The columns of the attribute of that path, here or in a superclass. */
  List<ColumnDraft> columns(String path) {
    return columnsByPath.containsKey(path)
        ? columnsByPath.get(path)
        : parent.map(p -> p.columns(path)).orElse(List.of());
  }

  /**
   * The columns of all attributes inside the embedded object or element of that path, here or in a
   * superclass; those of associations once they have theirs.
   */
  List<ColumnDraft> columnsInside(String path) {
    List<ColumnDraft> columns = new ArrayList<>();
    for (String inner : pathsInside.getOrDefault(path, List.of())) {
      columns.addAll(pathsInside.containsKey(inner) ? columnsInside(inner) : columns(inner));
    }
    return columns;
  }

  /** Says what a join table refers to: the row of its owner, and those of the elements. */
  void joinTable(String path, Joins.Pairs owner, Joins.Pairs elements) {
    joinTables.put(path, List.of(owner, elements));
  }

  /** What the join table of the association of that path refers to; empty if there is none. */
  List<Joins.Pairs> joinTable(String path) {
    return joinTables.containsKey(path)
        ? joinTables.get(path)
        : parent.map(p -> p.joinTable(path)).orElse(List.of());
  }

  /** Says where the columns of an association are that are not in the entity's own table. */
  void attributeTable(String path, TableDraft draft) {
    tablesByPath.put(path, draft);
  }

  /** The table that has the columns of the association of that path. */
  TableDraft tableOf(String path) {
    return Optional.ofNullable(tablesByPath.get(path))
        .or(() -> parent.filter(p -> p.member(path).isPresent()).map(p -> p.tableOf(path)))
        .orElseGet(this::table);
  }

  /** The name of the attribute that maps a column, here or in a superclass; else empty. */
  String attributeOf(ColumnDraft column) {
    for (Map.Entry<String, List<ColumnDraft>> entry : columnsByPath.entrySet()) {
      if (!entry.getKey().contains(".") && entry.getValue().contains(column)) {
        return entry.getKey();
      }
    }
    return parent.map(p -> p.attributeOf(column)).orElse("");
  }

  /** The attributes of the entity's own classes, by path. */
  Map<String, Member> members() {
    return members;
  }
}
