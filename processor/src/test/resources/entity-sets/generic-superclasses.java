package sets.genericsuperclasses;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

@MappedSuperclass
abstract class Base<K extends Serializable> {
  @Id @GeneratedValue K id;
  @Version int version;

  public K getId() {
    return id;
  }
}

@MappedSuperclass
abstract class Audited<K extends Serializable, U> extends Base<K> {
  @ManyToOne U author;

  @Column(updatable = false)
  Instant created;

  @Embedded Stamp stamp;
}

@Embeddable
class Stamp {
  String who;
  LocalDateTime at;

  @Enumerated(EnumType.STRING)
  Kind kind;
}

enum Kind {
  A,
  B
}

@Entity
class Person extends Base<Long> {
  String name;
  @ElementCollection List<Stamp> stamps = new ArrayList<>();
}

@Entity
@AttributeOverride(name = "version", column = @Column(name = "v", nullable = false))
@AttributeOverride(name = "stamp.who", column = @Column(name = "stamp_author", length = 50))
@AssociationOverride(
    name = "author",
    joinColumns = @JoinColumn(name = "writer_fk", nullable = false),
    foreignKey = @ForeignKey(name = "fk_writer"))
class Doc extends Audited<UUID, Person> {
  String title;

  @ElementCollection
  @AttributeOverride(name = "who", column = @Column(name = "elem_who", unique = true))
  Set<Stamp> marks;
}

@MappedSuperclass
abstract class Tree<T extends Tree<T>> extends Base<Long> {
  @ManyToOne T parent;

  @OneToMany(mappedBy = "parent")
  List<T> children;

  @ManyToMany Set<T> related;
}

@Entity
class Cat extends Tree<Cat> {
  String name;
}

@MappedSuperclass
abstract class Joined<A, B> {
  @EmbeddedId Pair id;

  @MapsId("left")
  @ManyToOne
  A a;

  @MapsId("right")
  @ManyToOne
  B b;
}

@Embeddable
class Pair implements Serializable {
  Long left;
  Long right;

  public boolean equals(Object o) {
    return true;
  }

  public int hashCode() {
    return 1;
  }
}

@Entity
class PersonCat extends Joined<Person, Cat> {
  int weight;
}

@MappedSuperclass
abstract class Holder<E extends Enum<E>, N extends Number, C> extends Base<Integer> {
  @Enumerated(EnumType.STRING)
  E e;

  N n;
  @Embedded C c;
  @ElementCollection Set<E> es;
  @ElementCollection Map<E, N> map;
}

@Embeddable
class Cmp {
  int x;
  double y;
  Integer z;
}

@Entity
@AttributeOverrides({
  @AttributeOverride(name = "c.x", column = @Column(name = "cx")),
  @AttributeOverride(name = "e", column = @Column(length = 10))
})
class Held extends Holder<Kind, BigDecimal, Cmp> {
  @Embedded
  @AttributeOverride(name = "x", column = @Column(name = "x2"))
  @AttributeOverride(name = "y", column = @Column(name = "y2"))
  @AttributeOverride(name = "z", column = @Column(name = "z2", nullable = false))
  Cmp other;
}
