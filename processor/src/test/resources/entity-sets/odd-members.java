package sets.oddmembers;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.*;
import java.util.*;

interface Named {
  String getName();
}

@Entity
class NamedImpl implements Named {
  @Id Long id;
  String name;

  public String getName() {
    return name;
  }
}

@MappedSuperclass
abstract class WithName<N extends Named> {
  @ManyToOne(targetEntity = NamedImpl.class)
  N named;

  @OneToMany(targetEntity = NamedImpl.class)
  @JoinTable(name = "wn_list")
  List<Named> list;

  @ManyToMany(targetEntity = NamedImpl.class)
  Collection coll;

  @OneToOne(targetEntity = NamedImpl.class)
  @JoinColumn(name = "one_named")
  Object one;

  @ElementCollection(targetClass = Kind.class)
  @Enumerated(EnumType.STRING)
  Set kinds;

  @Transient String temp;
  public static final String CONST = "x";
  static int counter;
  transient int tr;
}

interface Coded {
  int code();
}

enum Kind implements Coded {
  A {
    public int code() {
      return 1;
    }
  },
  B {
    public int code() {
      return 2;
    }
  };
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract class L0 extends WithName<Named> {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  int id;

  @Column(unique = true, length = 7)
  String code;

  @Enumerated Kind kind;
}

@Entity
@Table(name = "level_one", uniqueConstraints = @UniqueConstraint(columnNames = {"a", "b"}))
abstract class L1 extends L0 {
  int a;
  Integer b;

  @ManyToOne(fetch = FetchType.LAZY)
  L0 up;
}

@Entity
@PrimaryKeyJoinColumn(name = "l2_id")
class L2 extends L1 {
  @OneToOne(mappedBy = "l2")
  L3 l3;

  @OneToMany(mappedBy = "up")
  Set<L1> downs;

  @ManyToOne
  @JoinColumn(name = "by_code", referencedColumnName = "code")
  L0 byCode;
}

@Entity
class L3 {
  @Id int id;

  @OneToOne(optional = false)
  @MapsId
  L2 l2;

  @OneToOne
  @JoinColumn(name = "next_id")
  L3 next;

  @OneToOne(mappedBy = "next")
  L3 prev;

  @ManyToMany
  @JoinTable(
      name = "l3_pairs",
      joinColumns = @JoinColumn(name = "left_id"),
      inverseJoinColumns = @JoinColumn(name = "right_id"),
      foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  @OrderColumn
  List<L3> pairs;

  @ManyToMany(mappedBy = "pairs")
  List<L3> back;
}

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "what", length = 5, columnDefinition = "varchar(5)")
@Table(name = "things", indexes = @Index(columnList = "what"))
class T0 {
  @Id UUID id;

  @Column(name = "shared")
  String s;

  @OneToMany(mappedBy = "t")
  List<Sub> subs;
}

@Entity
@DiscriminatorValue("t1")
class T1 extends T0 {
  @Column(name = "extra")
  String e;

  @Column(nullable = false)
  Integer need;

  @ManyToOne(optional = false)
  @JoinColumn(name = "t_ref")
  T0 ref;

  @ElementCollection
  @CollectionTable(name = "t1_vals", joinColumns = @JoinColumn(name = "t1"))
  @Column(name = "val", nullable = false, unique = true)
  Set<BigNum> vals;

  @Embedded Emb emb;
}

@Entity
@DiscriminatorValue("t2")
class T2 extends T0 {
  @Column(name = "extra")
  String e2;

  @Embedded
  @AttributeOverride(name = "x", column = @Column(name = "x2", nullable = false))
  Emb emb2;

  boolean flag;
  @Lob byte[] blob;
  @Lob char[] clob;
  @Lob Serializable ser;
  Boolean[] flags;
}

@Embeddable
class Emb {
  int x;

  @Basic(optional = false)
  String req;

  @Column(nullable = false)
  String col;

  @ManyToOne(optional = false)
  T0 back;
}

class BigNum implements Serializable {}

@Converter(autoApply = true)
class BigNumConv implements AttributeConverter<BigNum, java.math.BigDecimal> {
  public java.math.BigDecimal convertToDatabaseColumn(BigNum b) {
    return null;
  }

  public BigNum convertToEntityAttribute(java.math.BigDecimal s) {
    return null;
  }
}

@Entity
class Sub {
  @EmbeddedId Key k;

  @ManyToOne
  @JoinColumn(name = "tid", insertable = false, updatable = false)
  T0 t;

  BigNum bn;

  @Column(precision = 20, scale = 6)
  BigNum bn2;

  @Convert(disableConversion = true)
  BigNum raw;

  @ElementCollection Map<BigNum, BigNum> m;

  @ElementCollection
  @MapKeyColumn(name = "k2", length = 30, nullable = false)
  @Column(name = "v2", nullable = false)
  Map<Kind, String> byKind;
}

@Embeddable
record Key(
    UUID tid,
    @Column(name = "no") int number,
    @Enumerated(EnumType.STRING) Kind kind,
    LocalDate day)
    implements Serializable {}

/** With ids on both, the getters are mapped. */
@Entity
class BothIds {
  @Id private int id;
  @Temporal(TemporalType.DATE) private java.util.Date hired;
  private float salary;

  @Id
  public int getId() {
    return id;
  }

  public void setId(int id) {
    this.id = id;
  }

  @Column(name = "hired_at")
  public java.util.Date getHired() {
    return hired;
  }

  public void setHired(java.util.Date hired) {
    this.hired = hired;
  }

  @Column(name = "pay")
  public float getSalary() {
    return salary;
  }

  public void setSalary(float salary) {
    this.salary = salary;
  }
}
