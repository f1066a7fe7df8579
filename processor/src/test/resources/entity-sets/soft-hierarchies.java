package sets.softhierarchies;

import jakarta.persistence.*;
import jakarta.persistence.ForeignKey;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.type.*;

@Entity
@SoftDelete(columnName = "removed", converter = YesNoConverter.class)
@Inheritance(strategy = InheritanceType.JOINED)
class Base {
  @Id @UuidGenerator UUID id;

  @CreationTimestamp
  @Column(updatable = false)
  OffsetDateTime created;

  @UpdateTimestamp Instant updated;
  @TenantId UUID tenant;
  @ElementCollection @SoftDelete List<String> notes;

  @Check(constraints = "amount > 0")
  int amount;

  @JdbcTypeCode(SqlTypes.JSON)
  Settings settings;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "json")
  List<Settings> many;

  @JdbcTypeCode(SqlTypes.LONGVARCHAR)
  String lv;

  @Convert(converter = TrueFalseConverter.class)
  boolean tf;

  @Convert(converter = NumericBooleanConverter.class)
  Boolean nb;

  @Convert(converter = YesNoConverter.class)
  @Column(nullable = false)
  Boolean yn;

  @Generated String gen;

  @ColumnTransformer(read = "x", write = "?")
  String ct;

  @Immutable
  @ElementCollection
  @Column(name = "v", nullable = false)
  Set<Integer> vs;

  @Formula("1")
  int one;

  @Nationalized
  @Column(length = 30)
  String nat;
}

@Embeddable
class Settings {
  String a;
  int b;
  List<String> c;
}

@Entity
@DynamicUpdate
class Sub extends Base {
  @ManyToOne
  @OnDelete(action = OnDeleteAction.SET_NULL)
  Base parent;

  @ManyToOne
  @OnDelete(action = OnDeleteAction.CASCADE)
  @JoinColumn(name = "up", foreignKey = @ForeignKey(name = "fk_up"))
  Base up;

  @ManyToMany
  @OnDelete(action = OnDeleteAction.CASCADE)
  Set<Base> many2;

  @OneToMany
  @JoinColumn(name = "sub_id")
  @OnDelete(action = OnDeleteAction.CASCADE)
  Set<Leaf> leaves;

  @OneToMany(mappedBy = "owner")
  List<Leaf> owned;

  @ElementCollection
  @ListIndexBase(1)
  @OrderColumn(name = "pos")
  List<LocalDate> days;

  @ElementCollection @SortNatural SortedSet<String> sorted;

  @Array(length = 3)
  int[] three;

  @JdbcTypeCode(SqlTypes.INTEGER)
  Duration dur;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 12)
  Integer iv;

  @JdbcTypeCode(SqlTypes.TIMESTAMP)
  Instant ts;

  @JdbcTypeCode(SqlTypes.BIGINT)
  Long bl;

  @JdbcTypeCode(SqlTypes.NUMERIC)
  @Column(precision = 12, scale = 3)
  Double num;

  @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
  OffsetDateTime utc;

  @JdbcTypeCode(SqlTypes.INSTANT)
  Instant inst;

  @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
  LocalDateTime ldt;

  @JdbcTypeCode(SqlTypes.CHAR)
  String chr;

  @JdbcTypeCode(SqlTypes.JSON)
  String js;
}

@Entity
class Leaf {
  @Id @GeneratedValue Integer id;

  @ManyToOne
  @OnDelete(action = OnDeleteAction.CASCADE)
  Sub owner;

  @OneToOne
  @OnDelete(action = OnDeleteAction.SET_DEFAULT)
  Sub one;

  @OneToOne(mappedBy = "self")
  Leaf inv;

  @OneToOne @PrimaryKeyJoinColumn Leaf self;
}
