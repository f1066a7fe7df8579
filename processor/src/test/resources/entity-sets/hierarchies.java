// Hibernate 7
package sets.hierarchies;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "sort", discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("V")
@Table(name = "all_kinds", indexes = @Index(columnList = "sort"))
class Kind {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
  @Version int version;
  @ManyToOne Kind parent;
}

@Embeddable class Inner { @Column(nullable = false) String innerRequired; int innerNumber; }

@Entity
@DiscriminatorValue("A")
class KindA extends Kind {
  @Column(unique = true) String unique_;
  boolean flag;
  @Embedded Inner inner;
  @ManyToOne(optional = false) @JoinColumn(name = "a_ref") KindB other;
  @OneToOne(optional = false) KindB single;
  @ElementCollection Set<String> words;
  @OneToMany @JoinColumn(name = "owner_a") List<KindB> owned;
  @Lob @Basic(optional = false) String body;
}

@Entity
@DiscriminatorValue("B")
class KindB extends Kind {
  @Enumerated(EnumType.STRING) @Basic(optional = false) Shade shade;
  double amount;
  @ManyToMany Set<KindA> many;
  @OneToMany(mappedBy = "other") Set<KindA> back;
}

enum Shade { S, T }

@Entity
@DiscriminatorValue("C")
abstract class KindC extends KindB { int onlyC; }

@Entity
@DiscriminatorValue("D")
class KindD extends KindC { @Column(nullable = false) Integer onlyD; }

@Entity
@DiscriminatorValue("null")
class Nullable { @Id Long id; }

@Entity
@DiscriminatorValue("not null")
class NotNullable extends Nullable { int required; }

@Entity
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
class Numbered { @Id Long id; }

@Entity class NumberedA extends Numbered { int a; }

@Entity @DiscriminatorValue("77") class NumberedB extends Numbered { long b; }

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "joined_kind", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("0")
class Joined {
  @EmbeddedId JoinedKey id;
  String root;
  @ElementCollection List<String> notes;
}

@Embeddable class JoinedKey implements Serializable { String region; int number; }

@Entity
@DiscriminatorValue("1")
@Table(name = "joined_one", uniqueConstraints = @UniqueConstraint(columnNames = {"one", "two"}))
class JoinedOne extends Joined {
  @Column(nullable = false) String one;
  int two;
  @ManyToOne Joined link;
  @OneToMany(mappedBy = "link") Set<JoinedOne> links;
}

@Entity
@DiscriminatorValue("2")
@PrimaryKeyJoinColumns({@PrimaryKeyJoinColumn(name = "r", referencedColumnName = "region"), @PrimaryKeyJoinColumn(name = "n", referencedColumnName = "number")})
class JoinedTwo extends JoinedOne {
  @Column(unique = true) Integer deep;
  @ManyToMany @JoinTable(name = "two_peers") Set<JoinedTwo> peers;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract class AbstractJoined { @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id; @ManyToOne AbstractJoined parent; }

@Entity class ConcreteJoined extends AbstractJoined { String text; }

@Entity abstract class MiddleJoined extends AbstractJoined { String middle; }

@Entity class LeafJoined extends MiddleJoined { @OneToOne ConcreteJoined twin; }

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@org.hibernate.annotations.Check(constraints = "size_ < 100")
@Table(name = "spread", check = @CheckConstraint(constraint = "size_ > 0"), uniqueConstraints = @UniqueConstraint(name = "uk_spread", columnNames = "code"))
class Spread {
  @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
  @Column(name = "size_") int size;
  String code;
  @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = "fk_spread_owner")) Owner owner;
  @ElementCollection Set<String> tags;
  @Enumerated(EnumType.STRING) Shade shade;
}

@Entity class Owner { @Id Long id; @OneToMany(mappedBy = "owner") Set<Spread> spreads; @ManyToMany Set<Spread> many; @ManyToOne Spread favourite; }

@Entity
@Table(name = "spread_more", indexes = @Index(name = "idx_spread_more", columnList = "code, more"))
class SpreadMore extends Spread { @Column(nullable = false) String more; @ElementCollection List<Integer> numbers; }

@Entity
class SpreadMost extends SpreadMore { boolean most; @OneToMany @JoinColumn Set<Owner> owners; }

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Pure { @Id Long id; @org.hibernate.annotations.NaturalId String pure; @OneToMany(mappedBy = "pure") Set<Part> parts; }

@Entity class PureA extends Pure { @Column(unique = true) String a; }

@Entity class PureB extends Pure { @NaturalKey String b; }

@interface NaturalKey {}

@Entity class Part { @Id Long id; @ManyToOne Pure pure; @ManyToOne PureA a; }
