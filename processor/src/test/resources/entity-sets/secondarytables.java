// Hibernate 7
package sets.secondarytables;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Embeddable class Extra { @Column(table = "extras") String extraText; @Column(table = "extras", nullable = false) int extraNumber; }

@Embeddable class Movable { String movableText; Integer movableNumber; }

@Entity
@Table(name = "main")
@SecondaryTables({
  @SecondaryTable(name = "extras", pkJoinColumns = @PrimaryKeyJoinColumn(name = "main_id", referencedColumnName = "id")),
  @SecondaryTable(name = "Details", schema = "side", indexes = @Index(columnList = "detail"), uniqueConstraints = @UniqueConstraint(columnNames = {"detail", "other"}))})
@SecondaryTable(name = "links", check = @CheckConstraint(constraint = "weight > 0"))
class Main {
  @Id @GeneratedValue Long id;
  String name;
  @Column(table = "Details", length = 30) String detail;
  @Column(table = "Details") String other;
  @Column(table = "main") String explicit;
  @Column(table = "links") Double weight;
  @Embedded Extra extra;
  @Embedded
  @AttributeOverride(name = "movableText", column = @Column(name = "moved", table = "extras"))
  @AttributeOverride(name = "movableNumber", column = @Column(table = "extras"))
  Movable movable;
  @ManyToOne @JoinColumn(table = "links", name = "target") Main target;
  @OneToOne @JoinColumn(table = "links") Main partner;
  @ElementCollection Set<String> tags;
  @Lob @Column(table = "extras") String body;
  @Enumerated(EnumType.STRING) @Column(table = "extras") Kind kind;
}

enum Kind { U, V }

@Embeddable class Key implements Serializable { String a; int b; }

@Entity
@SecondaryTable(name = "keyed_more", pkJoinColumns = {@PrimaryKeyJoinColumn(name = "k_b", referencedColumnName = "b"), @PrimaryKeyJoinColumn(name = "k_a", referencedColumnName = "a")}, foreignKey = @ForeignKey(name = "fk_keyed"))
@SecondaryTable(name = "keyed_plain")
class Keyed {
  @EmbeddedId Key id;
  @Column(table = "keyed_more") String more;
  @Column(table = "keyed_plain") String plain;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@SecondaryTable(name = "root_more")
class Root { @Id Long id; @Column(table = "root_more") String more; }

@Entity
@SecondaryTable(name = "leaf_more")
class Leaf extends Root { String own; @Column(table = "leaf_more") String leafMore; }

@Entity
@SecondaryTable(name = "single_more")
class Single { @Id Long id; }

@Entity
@SecondaryTable(name = "single_leaf_more")
class SingleLeaf extends Single { @Column(table = "single_leaf_more", nullable = false) String leafMore; String inMain; }
