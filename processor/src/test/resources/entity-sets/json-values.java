package sets.jsonvalues;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;

enum Mood { HAPPY, SAD }

@Embeddable
class Point {
  int x;
  @Column(nullable = false, columnDefinition = "integer") Integer y;
  @Column(name = "label_text", length = 20, nullable = false) String label;
  @Enumerated(EnumType.STRING) Mood mood;
  @Enumerated Mood ordinal;
  Boolean flag;
  BigDecimal amount;
  Instant at;
  Double d;
}

@Embeddable
class Outer {
  String name;
  @Embedded Point point;
  @Enumerated(EnumType.STRING) @Column(nullable = false) Mood m2;
}

@Embeddable
class JsonInner {
  @JdbcTypeCode(SqlTypes.JSON) Point inner;
  int n;
}

@Entity
class Holder1 {
  @Id Long id;
  @JdbcTypeCode(SqlTypes.JSON) Point json;
  @JdbcTypeCode(SqlTypes.JSON) @Column(nullable = false) Point jsonNotNull;
  @JdbcTypeCode(SqlTypes.JSON) Outer outs;
  @JdbcTypeCode(SqlTypes.JSON) JsonInner nested;
  @Embedded Plain plain;
}

@Embeddable
class Plain {
  int p;
  @JdbcTypeCode(SqlTypes.JSON) @AttributeOverride(name = "ordinal", column = @Column(name = "oo")) @Column(name = "in_plain") Point2 q;
}

@Embeddable
class Point2 {
  @Check(constraints = "z > 0") int z;
  @Enumerated Mood ordinal;
}

@Entity
class Holder2 {
  @Id Long id;
  
  @JdbcTypeCode(SqlTypes.JSON) List<Point2> points2;
  @JdbcTypeCode(SqlTypes.JSON) Point2[] points4;
  @JdbcTypeCode(SqlTypes.JSON) Set<Point2> points5;
  @JdbcTypeCode(SqlTypes.JSON) Collection<Point2> points6;
  @JdbcTypeCode(SqlTypes.JSON) Map<String, Point2> points3;
}

@MappedSuperclass
class Base {
  @JdbcTypeCode(SqlTypes.JSON) Point2 based;
}

@Entity
@Inheritance
class Single extends Base {
  @Id Long id;
}

@Entity
class SubSingle extends Single {
  @JdbcTypeCode(SqlTypes.JSON) Point2 sub;
  @JdbcTypeCode(SqlTypes.JSON) @Column(nullable = false) Point2 subNotNull;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Tpc extends Base {
  @Id Long id;
}

@Entity
class SubTpc extends Tpc {
  @JdbcTypeCode(SqlTypes.JSON) Point2 sub;
}
