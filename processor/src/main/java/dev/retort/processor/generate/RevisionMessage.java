package dev.retort.processor.generate;

import dev.retort.operation.AddAttribute;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterAttributeType;
import dev.retort.operation.AlterChunkInterval;
import dev.retort.operation.AlterColumnComment;
import dev.retort.operation.AlterColumnDefault;
import dev.retort.operation.AlterColumnIdentity;
import dev.retort.operation.AlterColumnNullable;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.AlterPartitions;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.AlterTableComment;
import dev.retort.operation.Backfill;
import dev.retort.operation.BulkDelete;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.BulkUpdate;
import dev.retort.operation.CreateCompositeType;
import dev.retort.operation.CreateEnumType;
import dev.retort.operation.CreateExtension;
import dev.retort.operation.CreateHypertable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreatePartition;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropAttribute;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropCompositeType;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnumType;
import dev.retort.operation.DropExpression;
import dev.retort.operation.DropExtension;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropPartition;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.MoveRows;
import dev.retort.operation.MoveSequence;
import dev.retort.operation.MoveTable;
import dev.retort.operation.Operation;
import dev.retort.operation.OperationVisitor;
import dev.retort.operation.RebuildCompositeType;
import dev.retort.operation.RebuildEnumType;
import dev.retort.operation.RebuiltColumns;
import dev.retort.operation.RenameAttribute;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenamePartition;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RenamedTables;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.RunStep;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.ObjectId;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a line what operations do, for a revision that was given no message. */
public final class RevisionMessage {

  /** So many things are named; more are counted. */
  private static final int MAX_NAMED = 3;

  /** So long, in characters, is a message that tells all: a line of a history. */
  private static final int MAX_LENGTH = 72;

  private RevisionMessage() {}

  /** {@code Add maintenance_schedule to machines}; without a full stop. */
  public static String of(List<Operation> operations) {
    if (operations.isEmpty()) {
      return "Change nothing";
    }
    // Several operations of a kind on a table make one clause.
    Map<Clause, List<String>> clauses = new LinkedHashMap<>();
    RebuiltColumns columns = RebuiltColumns.of(operations);
    for (Operation operation : mainOnes(withoutDetours(operations), columns)) {
      Phrase phrase = phrase(operation, operations, columns);
      clauses.computeIfAbsent(phrase.clause(), c -> new ArrayList<>()).add(phrase.object());
    }
    List<String> texts =
        clauses.entrySet().stream()
            .map(e -> (e.getKey().verb() + " " + listed(e.getValue()) + e.getKey().rest()).strip())
            .toList();
    String all = joined(texts);
    String message =
        texts.size() == 1 || (texts.size() <= MAX_NAMED && all.length() <= MAX_LENGTH)
            ? all
            : texts.get(0) + " and " + others(texts.size() - 1);
    return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
  }

  private static Phrase phrase(Operation operation, List<Operation> all, RebuiltColumns columns) {
    if (operation instanceof AddColumn add && columns.contains(add.table(), add.column().name())) {
      return main("change expression of", add.column().name(), " in " + add.table().local());
    }
    if (operation instanceof CreateObject create
        && all.contains(new DropObject(create.object().id()))) {
      Phrase changed = ofObject("change", create.object().id());
      return new Phrase(changed.clause(), changed.object(), false);
    }
    return operation.accept(PHRASES);
  }

  /** Renames that go over a name given only for a while, as one. */
  private static List<Operation> withoutDetours(List<Operation> operations) {
    RenamedTables tables = RenamedTables.of(operations);
    List<Operation> direct = new ArrayList<>();
    for (Operation operation : operations) {
      Optional<RenamedTables.Renamed> renamed = tables.endingWith(operation);
      if (renamed.isPresent()) {
        direct.addAll(renamed.get().directly());
      } else if (!tables.isDetour(operation)) {
        direct.add(operation);
      }
    }
    List<RenameColumn> renames =
        operations.stream()
            .filter(RenameColumn.class::isInstance)
            .map(RenameColumn.class::cast)
            .toList();
    for (RenameColumn aside : renames) {
      for (RenameColumn back : renames.subList(renames.indexOf(aside) + 1, renames.size())) {
        if (aside.table().equals(back.table()) && aside.newName().equals(back.column())) {
          direct.remove(aside);
          direct.replaceAll(
              each ->
                  each.equals(back)
                      ? new RenameColumn(back.table(), aside.column(), back.newName())
                      : each);
        }
      }
    }
    return direct;
  }

  /** Whether it is dropped only to be added or created again with another definition. */
  private static boolean comesBack(
      Operation operation, List<Operation> all, RebuiltColumns columns) {
    if (operation instanceof DropObject drop) {
      return all.stream()
          .anyMatch(
              other ->
                  other instanceof CreateObject create
                      && create.object().id().equals(drop.object()));
    }
    return operation instanceof DropColumn drop && columns.contains(drop.table(), drop.column());
  }

  private static String others(int count) {
    return count == 1 ? "another change" : count + " other changes";
  }

  /** Without what only goes with a change of tables or columns. */
  private static List<Operation> mainOnes(List<Operation> operations, RebuiltColumns columns) {
    Set<EnumColumn> rebuilt =
        operations.stream()
            .flatMap(operation -> converted(operation).stream())
            .collect(Collectors.toSet());
    PartsAside aside = PartsAside.of(operations);
    List<Operation> main =
        operations.stream()
            .filter(operation -> phrase(operation, operations, columns).main())
            .filter(operation -> !stepsAside(operation, rebuilt) && !aside.concerns(operation))
            .filter(operation -> !comesBack(operation, operations, columns))
            .filter(operation -> !copies(operation, operations))
            .toList();
    return main.isEmpty()
        ? operations.stream()
            .filter(operation -> !comesBack(operation, operations, columns))
            .toList()
        : main;
  }

  private static List<EnumColumn> converted(Operation operation) {
    if (operation instanceof RebuildCompositeType composite) {
      return composite.rebuild().allColumns();
    }
    return operation instanceof RebuildEnumType rebuild ? rebuild.rebuild().columns() : List.of();
  }

  /** Whether it drops or sets a default on the way of its column's type being rebuilt. */
  private static boolean stepsAside(Operation operation, Set<EnumColumn> rebuilt) {
    return operation instanceof AlterColumnDefault alter
        && rebuilt.contains(new EnumColumn(alter.table(), alter.column(), 0));
  }

  /** Whether it is a step of moving rows to a table of the same name, or a part of a new table. */
  private static boolean copies(Operation operation, List<Operation> all) {
    if (operation instanceof CreatePartition create) {
      return all.stream()
          .anyMatch(
              other ->
                  other instanceof CreateTable table
                      && table.table().name().equals(create.table()));
    }
    return all.stream()
        .filter(MoveRows.class::isInstance)
        .map(MoveRows.class::cast)
        .anyMatch(
            move ->
                operation.equals(new RenameTable(move.to(), move.from().local()))
                    || operation.equals(new DropTable(move.from()))
                    || (operation instanceof CreateTable create
                        && create.table().name().equals(move.to())));
  }

  private static String listed(List<String> objects) {
    return objects.size() <= MAX_NAMED
        ? joined(objects)
        : joined(
            Stream.concat(
                    objects.subList(0, MAX_NAMED - 1).stream(),
                    Stream.of(objects.size() - MAX_NAMED + 1 + " more"))
                .toList());
  }

  private static String joined(List<String> items) {
    if (items.size() == 1) {
      return items.get(0);
    }
    int last = items.size() - 1;
    return items.subList(0, last).stream().collect(Collectors.joining(", "))
        + " and "
        + items.get(last);
  }

  /** What comes before and after the objects of a clause. */
  private record Clause(String verb, String rest) {}

  /**
   * What an operation adds to the message.
   *
   * @param main whether it says what the revision is about
   */
  private record Phrase(Clause clause, String object, boolean main) {}

  private static Phrase main(String verb, String object, String rest) {
    return new Phrase(new Clause(verb, rest), object, true);
  }

  private static Phrase minor(String verb, String object, String rest) {
    return new Phrase(new Clause(verb, rest), object, false);
  }

  private static Phrase ofObject(String verb, ObjectId id) {
    String rest = id.kind() == ObjectId.Kind.TRIGGER ? " on " + id.table().local() : "";
    return main(verb + " " + id.kind().words(), id.name().local(), rest);
  }

  private static final OperationVisitor<Phrase> PHRASES =
      new OperationVisitor<>() {
        @Override
        public Phrase visit(CreateTable operation) {
          return main("create", operation.table().name().local(), "");
        }

        @Override
        public Phrase visit(DropTable operation) {
          return main("drop", operation.table().local(), "");
        }

        @Override
        public Phrase visit(RenameTable operation) {
          return main("rename", operation.table().local(), " to " + operation.newName());
        }

        @Override
        public Phrase visit(MoveTable operation) {
          return main(
              "move",
              operation.table().local(),
              " to " + operation.namespace().orElse(QualifiedName.DEFAULT_NAMESPACE));
        }

        @Override
        public Phrase visit(AddColumn operation) {
          return main("add", operation.column().name(), " to " + operation.table().local());
        }

        @Override
        public Phrase visit(DropColumn operation) {
          return main("drop", operation.column(), " from " + operation.table().local());
        }

        @Override
        public Phrase visit(RenameColumn operation) {
          return main(
              "rename",
              operation.column(),
              " of " + operation.table().local() + " to " + operation.newName());
        }

        @Override
        public Phrase visit(AlterColumnType operation) {
          return main("change type of", operation.column(), " in " + operation.table().local());
        }

        @Override
        public Phrase visit(AlterColumnNullable operation) {
          return main(
              operation.nullable() ? "allow NULL in" : "forbid NULL in",
              operation.column(),
              " of " + operation.table().local());
        }

        @Override
        public Phrase visit(AlterColumnDefault operation) {
          return main("change default of", operation.column(), " in " + operation.table().local());
        }

        @Override
        public Phrase visit(AlterColumnIdentity operation) {
          return main("change identity of", operation.column(), " in " + operation.table().local());
        }

        @Override
        public Phrase visit(AlterTableComment operation) {
          return minor("change comment of", operation.table().local(), "");
        }

        @Override
        public Phrase visit(DropExpression operation) {
          return main("drop expression of", operation.column(), " in " + operation.table().local());
        }

        @Override
        public Phrase visit(AlterColumnComment operation) {
          return minor("change comment of", operation.column(), " in " + operation.table().local());
        }

        @Override
        public Phrase visit(AddConstraint operation) {
          return minor("add constraint", "", "to " + operation.table().local());
        }

        @Override
        public Phrase visit(DropConstraint operation) {
          return minor("drop constraint", operation.constraint(), "");
        }

        @Override
        public Phrase visit(ValidateConstraint operation) {
          return minor("validate constraint", operation.constraint(), "");
        }

        @Override
        public Phrase visit(CreateIndex operation) {
          return minor("create index", operation.index().name(), "");
        }

        @Override
        public Phrase visit(DropIndex operation) {
          return minor("drop index", operation.index(), "");
        }

        @Override
        public Phrase visit(CreateSequence operation) {
          return minor("create sequence", operation.sequence().name().local(), "");
        }

        @Override
        public Phrase visit(AlterSequence operation) {
          return minor("change increment of", operation.sequence().local(), "");
        }

        @Override
        public Phrase visit(RenameSequence operation) {
          return minor(
              "rename sequence", operation.sequence().local(), " to " + operation.newName());
        }

        @Override
        public Phrase visit(MoveSequence operation) {
          return minor(
              "move sequence",
              operation.sequence().local(),
              " to " + operation.namespace().orElse(QualifiedName.DEFAULT_NAMESPACE));
        }

        @Override
        public Phrase visit(DropSequence operation) {
          return minor("drop sequence", operation.sequence().local(), "");
        }

        @Override
        public Phrase visit(CreateNamespace operation) {
          return minor("create namespace", operation.namespace(), "");
        }

        @Override
        public Phrase visit(DropNamespace operation) {
          return minor("drop namespace", operation.namespace(), "");
        }

        @Override
        public Phrase visit(CreateExtension operation) {
          return minor("create extension", operation.extension().name(), "");
        }

        @Override
        public Phrase visit(DropExtension operation) {
          return minor("drop extension", operation.extension(), "");
        }

        @Override
        public Phrase visit(CreateEnumType operation) {
          return minor("create enum type", operation.type().name().local(), "");
        }

        @Override
        public Phrase visit(DropEnumType operation) {
          return minor("drop enum type", operation.type().local(), "");
        }

        @Override
        public Phrase visit(AddEnumValue operation) {
          return main("add", operation.label(), " to enum type " + operation.type().local());
        }

        @Override
        public Phrase visit(RenameEnumValue operation) {
          return main(
              "rename",
              operation.label(),
              " of enum type " + operation.type().local() + " to " + operation.newLabel());
        }

        @Override
        public Phrase visit(RebuildEnumType operation) {
          return main("change labels of enum type", operation.type().local(), "");
        }

        @Override
        public Phrase visit(CreateObject operation) {
          return ofObject("create", operation.object().id());
        }

        @Override
        public Phrase visit(ReplaceObject operation) {
          return ofObject("change", operation.object().id());
        }

        @Override
        public Phrase visit(DropObject operation) {
          return ofObject("drop", operation.object());
        }

        @Override
        public Phrase visit(CreateCompositeType operation) {
          return minor("create composite type", operation.type().name().local(), "");
        }

        @Override
        public Phrase visit(DropCompositeType operation) {
          return minor("drop composite type", operation.type().local(), "");
        }

        @Override
        public Phrase visit(AddAttribute operation) {
          return main(
              "add",
              operation.attribute().name(),
              " to composite type " + operation.type().local());
        }

        @Override
        public Phrase visit(DropAttribute operation) {
          return main(
              "drop", operation.attribute(), " from composite type " + operation.type().local());
        }

        @Override
        public Phrase visit(AlterAttributeType operation) {
          return main(
              "change type of",
              operation.attribute(),
              " in composite type " + operation.type().local());
        }

        @Override
        public Phrase visit(RenameAttribute operation) {
          return main(
              "rename",
              operation.attribute(),
              " of composite type " + operation.type().local() + " to " + operation.newName());
        }

        @Override
        public Phrase visit(RebuildCompositeType operation) {
          return main("change attributes of composite type", operation.type().local(), "");
        }

        @Override
        public Phrase visit(CreatePartition operation) {
          return main(
              "add partition", operation.partition().name(), " to " + operation.table().local());
        }

        @Override
        public Phrase visit(DropPartition operation) {
          return main("drop partition", operation.partition(), " of " + operation.table().local());
        }

        @Override
        public Phrase visit(RenamePartition operation) {
          return minor(
              "rename partition",
              operation.partition(),
              " of " + operation.table().local() + " to " + operation.newName());
        }

        @Override
        public Phrase visit(AlterPartitions operation) {
          return main("change bounds of partitions of", operation.table().local(), "");
        }

        @Override
        public Phrase visit(MoveRows operation) {
          return main("divide the rows of", operation.to().local(), " anew");
        }

        @Override
        public Phrase visit(CreateHypertable operation) {
          return main("make", operation.table().local(), " a hypertable");
        }

        @Override
        public Phrase visit(AlterChunkInterval operation) {
          return main("change chunks of", operation.table().local(), "");
        }

        @Override
        public Phrase visit(ExecuteSql operation) {
          return minor("run", "SQL", "");
        }

        @Override
        public Phrase visit(BulkInsert operation) {
          return minor("insert rows into", operation.table().local(), "");
        }

        @Override
        public Phrase visit(BulkUpdate operation) {
          return minor("update rows of", operation.table().local(), "");
        }

        @Override
        public Phrase visit(BulkDelete operation) {
          return minor("delete rows of", operation.table().local(), "");
        }

        @Override
        public Phrase visit(Backfill operation) {
          return minor("backfill", operation.table().local(), "");
        }

        @Override
        public Phrase visit(RunStep operation) {
          return minor("run", operation.label(), "");
        }
      };
}
