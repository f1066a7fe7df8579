package dev.retort.canonical;

import static dev.retort.canonical.MembersBuilder.members;

import dev.retort.schema.Hypertable;
import dev.retort.schema.Partition;
import dev.retort.schema.PartitionStrategy;
import dev.retort.schema.Partitioning;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How rows are divided among partitions and chunks, as JSON and back. */
final class PartitionJson {

  private PartitionJson() {}

  static Json write(Partitioning partitioning) {
    return members()
        .with("by", partitioning.strategy().name().toLowerCase(Locale.ROOT))
        .withUnlessEmpty("columns", partitioning.columns(), Json::text)
        .withUnlessEmpty("partitions", partitioning.partitions(), PartitionJson::write)
        .build();
  }

  static Partitioning readPartitioning(Json json) {
    Json.Members members = json.asMembers();
    return new Partitioning(
        strategy(members.text("by")),
        members.items("columns").stream().map(Json::asText).toList(),
        readPartitions(members));
  }

  private static PartitionStrategy strategy(String word) {
    return switch (word) {
      case "range" -> PartitionStrategy.RANGE;
      case "list" -> PartitionStrategy.LIST;
      case "hash" -> PartitionStrategy.HASH;
      default -> throw new JsonException("unknown strategy of partitions '" + word + "'");
    };
  }

  static Json write(Partition partition) {
    return members().with("name", partition.name()).with("bounds", partition.bounds()).build();
  }

  static Partition readPartition(Json json) {
    Json.Members members = json.asMembers();
    return new Partition(members.text("name"), members.text("bounds"));
  }

  static List<Partition> readPartitions(Json.Members members) {
    return members.items("partitions").stream().map(PartitionJson::readPartition).toList();
  }

  static Json write(Hypertable hypertable) {
    return members()
        .with("time", hypertable.timeColumn())
        .withOptional("chunks", hypertable.chunkInterval())
        .build();
  }

  static Hypertable readHypertable(Json json) {
    Json.Members members = json.asMembers();
    return new Hypertable(members.text("time"), members.optionalText("chunks"));
  }

  /** Adds what there is. */
  static MembersBuilder with(
      MembersBuilder members,
      Optional<Partitioning> partitioning,
      Optional<Hypertable> hypertable) {
    if (partitioning.isPresent()) {
      members.with("partitioned", write(partitioning.get()));
    }
    if (hypertable.isPresent()) {
      members.with("hypertable", write(hypertable.get()));
    }
    return members;
  }
}
