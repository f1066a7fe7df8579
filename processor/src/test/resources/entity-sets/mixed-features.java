package sets.mixedfeatures;

import jakarta.persistence.*;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;

@MappedSuperclass
abstract class Base<T extends Comparable<T>> {
  protected T id;

  @Id
  @GeneratedValue
  public T getId() {
    return id;
  }

  public void setId(T t) {
    id = t;
  }

  @Column(name = "who", nullable = false)
  public String getAuthor() {
    return null;
  }

  public void setAuthor(String s) {}

  @Access(AccessType.FIELD)
  @Column(length = 17)
  private String fieldy;

  @Transient
  public String getNothing() {
    return null;
  }

  public void setNothing(String s) {}

  public boolean isOnn() {
    return true;
  }

  public void setOnn(boolean b) {}

  public Boolean getMaybe() {
    return null;
  }

  public void setMaybe(Boolean b) {}

  public int getURL() {
    return 0;
  }

  public void setURL(int i) {}
}

@Entity
class PropA extends Base<Long> {
  private String hidden;

  @Basic(optional = false)
  public String getTitle() {
    return null;
  }

  public void setTitle(String s) {}

  @Access(AccessType.FIELD)
  @ElementCollection
  private Set<Emb<String>> embs;

  @Embedded
  @AttributeOverrides({
    @AttributeOverride(name = "value", column = @Column(name = "ev", nullable = false)),
    @AttributeOverride(name = "nested.deep", column = @Column(name = "d2", length = 5))
  })
  public Emb<Integer> getE() {
    return null;
  }

  public void setE(Emb<Integer> e) {}

  @ManyToOne
  public PropA getParent() {
    return null;
  }

  public void setParent(PropA p) {}

  @OneToMany(mappedBy = "parent")
  public List<PropA> getKids() {
    return null;
  }

  public void setKids(List<PropA> k) {}
}

@Entity
@Access(AccessType.FIELD)
class PropB extends Base<Integer> {
  @Embedded Emb<LocalDate> when;

  @Access(AccessType.PROPERTY)
  @Column(name = "calc")
  public String getCalc() {
    return "";
  }

  public void setCalc(String s) {}

  transient String tr;
  static int st;
  final String fin = "x";
}

@Embeddable
class Emb<V> {
  V value;
  @Embedded Nested nested;

  @ManyToOne
  @JoinColumn(name = "emb_ref")
  AnyOwner ref;
}

@Embeddable
class Nested {
  @Column(name = "deep_col")
  String deep;

  @Enumerated(EnumType.STRING)
  @Column(length = 6)
  DayOfWeek dow;
}

@Entity
class AnyOwner {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Integer id;

  @Any
  @AnyKeyJavaClass(Long.class)
  @JoinColumn(name = "target_id", nullable = false)
  @Column(name = "target_type", length = 10, nullable = false)
  @AnyDiscriminator(DiscriminatorType.STRING)
  @AnyDiscriminatorValue(discriminator = "A", entity = PropA.class)
  Object target;

  @ManyToAny
  @AnyKeyJavaClass(UUID.class)
  @AnyDiscriminator(DiscriminatorType.INTEGER)
  @Column(name = "kind")
  @AnyDiscriminatorValue(discriminator = "1", entity = PropA.class)
  @JoinTable(
      name = "any_many",
      joinColumns = @JoinColumn(name = "o"),
      inverseJoinColumns = @JoinColumn(name = "t"))
  Set<Object> many;

  @Any
  @AnyKeyJdbcTypeCode(SqlTypes.VARCHAR)
  @AnyKeyJavaClass(String.class)
  @JoinColumn(name = "s_id")
  @Column(name = "s_t")
  Object s;
}

@Entity
class Maps {
  @Id Long id;

  @ElementCollection
  @CollectionTable(
      name = "maps_prices",
      joinColumns = @JoinColumn(name = "m", foreignKey = @ForeignKey(name = "fk_mp")),
      uniqueConstraints = @UniqueConstraint(columnNames = {"m", "amt"}),
      indexes = @Index(columnList = "amt"),
      foreignKey = @ForeignKey(name = "fk_mp_table"))
  @AttributeOverrides({
    @AttributeOverride(name = "key.currency", column = @Column(name = "cur", length = 3)),
    @AttributeOverride(
        name = "value.amount",
        column = @Column(name = "amt", precision = 9, scale = 3))
  })
  Map<PriceKey, Price> prices;

  @ElementCollection
  @MapKeyTemporal(TemporalType.DATE)
  Map<java.util.Date, Boolean> days;

  @ElementCollection
  @MapKeyClass(String.class)
  Map<Object, Integer> raw;

  @OneToMany(mappedBy = "maps")
  @MapKeyColumn(name = "slot", nullable = false, length = 3)
  Map<String, MapItem> items;

  @ManyToMany
  @MapKeyJoinColumn(name = "mk")
  Map<MapItem, Maps> mm;

  @OneToMany
  @JoinColumn(name = "owner_fk", nullable = false)
  @MapKeyColumn(name = "m_key")
  Map<Integer, MapItem> owned;

  @OneToMany
  @JoinColumn(name = "lst_fk")
  @OrderColumn(name = "lst_ix", nullable = false)
  List<MapItem> lst;

  @ElementCollection
  @Column(name = "e", unique = true, nullable = false)
  Set<String> uniq;

  @ElementCollection SortedSet<String> sorted;
  @ElementCollection SortedMap<UUID, Instant> stamps;
  @ElementCollection Collection<byte[]> blobs;
  @ElementCollection @Lob List<String> lobs;

  @ElementCollection
  @ListIndexBase(1)
  @OrderColumn(name = "n")
  int[] arr;

  @ElementCollection(targetClass = String.class)
  List raws;
}

@Embeddable
record PriceKey(String currency, @Enumerated(EnumType.STRING) DayOfWeek day)
    implements java.io.Serializable {}

@Embeddable
class Price {
  BigDecimal amount;

  @ManyToOne(optional = false)
  Maps of;
}

@Entity
class MapItem {
  @Id @GeneratedValue Long id;
  @ManyToOne Maps maps;
}

@Entity
@NaturalIdCache
class Nat {
  @Id Long id;

  @NaturalId(mutable = true)
  @Embedded
  NatKey key;

  @NaturalId @Enumerated Kind kind;
}

@Embeddable
class NatKey {
  @Column(length = 4)
  String a;

  @ManyToOne(fetch = FetchType.LAZY)
  Nat n;
}

enum Kind {
  A,
  B
}

@Entity
class OneA {
  @Id Long id;

  @OneToOne(mappedBy = "a")
  OneB b;

  @OneToOne @PrimaryKeyJoinColumn OneB pk;
}

@Entity
class OneB {
  @Id Long id;

  @OneToOne(optional = false, orphanRemoval = true)
  OneA a;

  @OneToOne
  @JoinTable(
      name = "b_b",
      joinColumns = @JoinColumn(name = "l"),
      inverseJoinColumns = @JoinColumn(name = "r", unique = true))
  OneB other;

  @ManyToOne
  @NotFound(action = NotFoundAction.IGNORE)
  OneA nf;

  @ManyToOne
  @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  OneA nc;

  @ManyToOne
  @JoinColumn(
      foreignKey =
          @ForeignKey(
              name = "fk_def",
              foreignKeyDefinition =
                  "foreign key (def_id) references OneA (id) on delete set null on update cascade"))
  OneA def;

  @ManyToOne
  @JoinColumn(name = "def2", columnDefinition = "bigint")
  @OnDelete(action = OnDeleteAction.CASCADE)
  OneA def2;
}
