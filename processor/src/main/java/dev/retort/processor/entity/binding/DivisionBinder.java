package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.DivisionDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Names;
import dev.retort.schema.Partition;
import dev.retort.schema.PartitionStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads how the rows of an entity's table are divided among partitions or chunks. */
final class DivisionBinder {

  private DivisionBinder() {}

  static void bind(EntityBinding entity, Reading reading) {
    TypeElement type = entity.type();
    Optional<AnnotationUse> partitionBy = AnnotationUse.on(type, Names.PARTITION_BY);
    Optional<AnnotationUse> hypertable = AnnotationUse.on(type, Names.HYPERTABLE);
    List<AnnotationUse> stated = AnnotationUse.allOn(type, Names.PARTITION, Names.PARTITIONS);
    if (partitionBy.isEmpty() && hypertable.isEmpty() && stated.isEmpty()) {
      return;
    }
    String name = entity.name();
    if (entity.isSingleTableSubclass()) {
      throw conflict(name + " has no table of its own that it could say how it is divided");
    }
    if (partitionBy.isPresent() && hypertable.isPresent()) {
      throw conflict(
          "Table " + entity.table().name().text() + " is both partitioned and a hypertable");
    }
    if (partitionBy.isEmpty() && !stated.isEmpty()) {
      throw conflict(name + " has partitions, but no @PartitionBy that says by what");
    }
    partitionBy
        .or(() -> hypertable)
        .ifPresent(
            use ->
                entity
                    .table()
                    .divide(
                        new DivisionDraft(
                            partitionBy.map(by -> strategy(by.constant("strategy"))),
                            columns(use, reading),
                            partitions(stated),
                            use.text("chunkInterval"),
                            type)));
  }

  private static List<Identifier> columns(AnnotationUse use, Reading reading) {
    List<String> written = new ArrayList<>(use.strings("columns"));
    use.text("timeColumn").ifPresent(written::add);
    if (written.isEmpty()) {
      throw conflict("A table that is divided must say by which columns");
    }
    return written.stream().map(Identifier::of).map(reading.naming::physical).toList();
  }

  private static PartitionStrategy strategy(String constant) {
    return switch (constant) {
      case "LIST" -> PartitionStrategy.LIST;
      case "HASH" -> PartitionStrategy.HASH;
      default -> PartitionStrategy.RANGE;
    };
  }

  private static List<Partition> partitions(List<AnnotationUse> stated) {
    List<Partition> partitions = new ArrayList<>();
    for (AnnotationUse use : stated) {
      try {
        partitions.add(new Partition(use.string("name"), use.string("values")));
      } catch (IllegalArgumentException impossible) {
        throw new Unmappable(EntityProblems.impossible(String.valueOf(impossible.getMessage())));
      }
    }
    return partitions;
  }

  private static Unmappable conflict(String fact) {
    return new Unmappable(EntityProblems.impossible(fact));
  }
}
