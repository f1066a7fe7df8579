// Hibernate 7
package sets.relations;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Embeddable
class Links {
  @ManyToOne @JoinColumn(nullable = false) Node first;
  @OneToOne Node second;
  @OneToMany @JoinColumn(name = "links_owner") Set<Leaf> leaves;
  @ManyToMany Set<Node> nodes;
  @ElementCollection Set<String> labels;
}

@Entity
class Node {
  @Id @GeneratedValue Long id;
  @ManyToOne @JoinColumn(columnDefinition = "bigint default 1", check = @CheckConstraint(constraint = "parent_id > 0")) Node parent;
  @OneToMany(mappedBy = "parent", orphanRemoval = true) @OrderColumn(name = "child_no") List<Node> children;
  @ManyToMany @JoinTable(name = "edges", joinColumns = @JoinColumn(name = "from_node"), inverseJoinColumns = @JoinColumn(name = "to_node"), uniqueConstraints = @UniqueConstraint(name = "uk_edge", columnNames = {"from_node", "to_node"}))
  List<Node> out;
  @ManyToMany(mappedBy = "out") List<Node> in;
  @OneToOne @JoinTable(name = "node_twin", joinColumns = @JoinColumn(name = "node"), inverseJoinColumns = @JoinColumn(name = "twin")) Node twin;
  @ManyToOne(optional = false) @JoinTable(name = "node_group") Group_ group;
  @Embedded Links links;
  @OneToMany Collection<Leaf> bag;
  @OneToMany @OrderColumn List<Leaf> ordered;
  @OneToMany Map<Integer, Leaf> mapped;
  @OneToMany(mappedBy = "node") @MapKeyEnumerated(EnumType.STRING) @MapKeyColumn(name = "leaf_kind") Map<Kind, Leaf> byKind;
}

enum Kind { K, L }

@Entity
class Leaf {
  @Id UUID id;
  @ManyToOne @JoinColumn(name = "node_ref", insertable = false, updatable = false) Node readOnly;
  @Column(name = "node_ref", nullable = false) Long nodeRef;
  @ManyToOne Node node;
  @OneToOne(optional = false) @JoinColumn(name = "required_node", unique = false) Node required;
  @OneToOne(mappedBy = "leaf", optional = false) Detail detail;
}

@Entity
class Detail {
  @Id Long id;
  @OneToOne(optional = false, fetch = FetchType.LAZY) @JoinColumn(name = "leaf", nullable = true) Leaf leaf;
  @ManyToOne @JoinColumn(unique = true) Group_ group;
  @ManyToOne @JoinColumns({@JoinColumn(name = "g1", referencedColumnName = "a", nullable = false), @JoinColumn(name = "g2", referencedColumnName = "b", nullable = false)}) Pair pair;
  @OneToOne Pair onePair;
  @ManyToMany Set<Pair> pairs;
  @OneToMany @JoinColumn(name = "d_id", nullable = false) Set<Pair> ownPairs;
}

@Entity(name = "Team")
@Table(name = "group_")
class Group_ {
  @Id String id;
  @ManyToMany Set<Group_> subgroups;
  @ManyToMany(targetEntity = Leaf.class) Collection<?> untyped;
  @ManyToOne(targetEntity = Leaf.class) Object one;
  @OneToMany(mappedBy = "group") Set<Detail> details;
  @ElementCollection @CollectionTable(name = "group_links") List<Links2> links;
}

@Embeddable
class Links2 { @ManyToOne Leaf leaf; @ManyToOne(optional = false) Node node; int weight; }

@Embeddable class PairKey implements Serializable { @Column(length = 3) String a; Long b; }

@Entity
class Pair {
  @EmbeddedId PairKey id;
  @ManyToOne @JoinColumn(name = "same_a", referencedColumnName = "a") @JoinColumn(name = "same_b", referencedColumnName = "b") Pair previous;
  @OneToMany(mappedBy = "pair") List<Detail> details;
  @ElementCollection Map<String, Integer> counts;
  @ManyToMany(mappedBy = "pairs") Set<Detail> users;
}
