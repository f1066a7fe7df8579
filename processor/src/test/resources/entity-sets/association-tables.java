package sets.associationtables;

import jakarta.persistence.*;
import java.util.*;

/** A collection table holds entities as well, and counts before a join table. */
@Entity
class Crate {
  @Id Integer id;

  @ManyToMany
  @CollectionTable(
      name = "crate_labels",
      joinColumns = @JoinColumn(name = "crate"),
      foreignKey = @ForeignKey(name = "fk_labels_crate"),
      indexes = @Index(name = "ix_crate", columnList = "crate"))
  Set<Label> labels;

  @OneToMany
  @CollectionTable(
      name = "crate_contents",
      uniqueConstraints = @UniqueConstraint(columnNames = "contents_ORDER"))
  @OrderColumn
  List<Label> contents;

  @ManyToMany
  @JoinTable(
      name = "not_this",
      joinColumns = @JoinColumn(name = "nor_this"),
      inverseJoinColumns = @JoinColumn(name = "nor_that"),
      inverseForeignKey = @ForeignKey(name = "fk_both_label"))
  @CollectionTable(name = "crate_both")
  List<Label> both;

  @OneToMany
  @JoinColumn(name = "not_there")
  @CollectionTable(name = "crate_joined")
  Set<Label> joined;
}

@Entity
class Label {
  @Id Long id;
}
