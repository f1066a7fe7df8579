package sets.jsonmembers;

import jakarta.persistence.*;
import java.math.*;
import java.net.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;

enum Mood { HAPPY, SAD }

@Embeddable
class All {
  @Column(nullable = false) String text;
  @Column(nullable = false, length = 255) String text255;
  @Column(nullable = false, length = 20) String text20;
  @Column(nullable = false, length = 100000) String long5;
  @Column(nullable = false) Boolean flag;
  @Column(nullable = false) Byte b;
  @Column(nullable = false) Short sh;
  @Column(nullable = false) Integer in;
  @Column(nullable = false) Long lo;
  @Column(nullable = false) Float fl;
  @Column(nullable = false) Double dou;
  @Column(nullable = false, precision = 5) Double dou5;
  @Column(nullable = false) BigDecimal dec;
  @Column(nullable = false, precision = 10, scale = 2) BigDecimal dec10;
  @Column(nullable = false) BigInteger big;
  @Column(nullable = false) Instant inst;
  @Column(nullable = false) LocalDate ld;
  @Column(nullable = false) LocalTime lt;
  @Column(nullable = false) LocalDateTime ldt;
  @Column(nullable = false) OffsetDateTime odt;
  @Column(nullable = false) Duration dur;
  @Column(nullable = false) UUID uid;
  @Column(nullable = false) byte[] bytes;
  @Column(nullable = false) Character ch;
  @Column(nullable = false) Locale loc;
  @Column(nullable = false) Currency cur;
  @Column(nullable = false) URL url;


  @Column(nullable = false) @JdbcTypeCode(SqlTypes.JSON) Map<String, String> inner;
  @Column(nullable = false, name = "`Quoted Name`") Integer quoted;
  @Column(nullable = false) Integer camelCaseName;
  @Column(nullable = false, columnDefinition = "varchar(7)") String defined;
  @Column(nullable = false) @Enumerated(EnumType.STRING) Mood mood;
  @Column(nullable = false, length = 10) @Enumerated(EnumType.STRING) Mood mood10;
  @Column(nullable = false) @Enumerated Mood ord;
  @Column(nullable = false) @JdbcTypeCode(SqlTypes.NAMED_ENUM) Mood named;
  @Check(constraints = "checkednumber > 5") Integer checkednumber;
  int prim;
  @Basic(optional=false) String obt;
  @Basic(optional=false) BigDecimal obd;
  @Basic(optional=false) LocalTime olt;
  @Basic(optional=false) Instant oin;
  @Basic(optional=false) Character och;
  @Basic(optional=false) Double odd;
  @Basic(optional=false) BigInteger obi;
  @Basic(optional=false) Duration odu;
  @Basic(optional=false) byte[] oby;
  @Enumerated(EnumType.STRING) Mood omo;
  @Convert(converter=org.hibernate.type.YesNoConverter.class) Boolean yn;
}

@Entity
class H {
  @Id Long id;
  @JdbcTypeCode(SqlTypes.JSON) All alls;
}

@Embeddable
record Rec(@Column(nullable = false) Integer z, @Column(nullable = false) Integer a) {}

@Embeddable
class WithEmbedded {
  @Embedded Rec rec;
  @Column(nullable = false) Integer a1;
  Rec2 rec2;
}

@Embeddable
class Rec2 {
  @Column(nullable = false) Integer b2;
}

@Entity
class H2 {
  @Id Long id;
  @JdbcTypeCode(SqlTypes.JSON) Rec rec;
  @JdbcTypeCode(SqlTypes.JSON) WithEmbedded we;
  @JdbcTypeCode(SqlTypes.JSON) @Column(nullable = false) List<Rec> recs;
  @ElementCollection List<Nest> nests;
}

@Embeddable
class Nest {
  @JdbcTypeCode(SqlTypes.JSON) Rec ofNest;
  int n;
}

@Embeddable
@Struct(name = "with_emb")
class WithEmb {
  Rec2 plain;
  @Column(nullable = false) Integer c;
}

@Entity
class H3 {
  @Id Long id;
  WithEmb emb;
}
