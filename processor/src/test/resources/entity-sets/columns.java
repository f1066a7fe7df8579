// Hibernate 7
package sets.columns;

import jakarta.persistence.*;
import java.math.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Checks;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Nationalized;

@Entity
@Table(name = "all_columns", schema = "wide", comment = "every member", check = {@CheckConstraint(constraint = "low < high"), @CheckConstraint(name = "named_check", constraint = "low > 0")})
@Comment("another")
@Checks({@Check(name = "c1", constraints = "low <> 7"), @Check(constraints = "high <> 8")})
class Columns {
  @Id Long id;
  Integer low;
  Integer high;
  @Column(name = "renamed") String other;
  @Column(nullable = false) String required;
  @Column(unique = true) String one;
  @Column(unique = true, nullable = false, length = 1) String letter;
  @Column(length = 0) String zeroLength;
  @Column(length = 255) String defaultLength;
  @Column(length = 256) String longer;
  @Column(length = 10485760) String longest;
  @Column(length = 10485761) String tooLong;
  @Column(length = Integer.MAX_VALUE) String endless;
  @Column(length = 17) byte[] bytes;
  @Column(length = 17) Integer lengthOfNumber;
  @Column(length = 9) UUID lengthOfUuid;
  @Column(length = 100) Locale locale;
  @Column(length = 100) ZoneId zone;
  @Column(length = 2) char letters;
  @Column(length = 77) Object_ serial;
  @Column(precision = 3) Integer precisionOfInt;
  @Column(precision = 3, scale = 1) BigDecimal tiny;
  @Column(precision = 3, scale = 5) BigDecimal moreScale;
  @Column(precision = 0, scale = 4) BigDecimal onlyScale;
  @Column(precision = 40, scale = 20) BigDecimal huge;
  @Column(precision = 5) BigInteger integer;
  @Column(precision = 7) double asReal;
  @Column(precision = 8) double asDouble;
  @Column(precision = 2) LocalDateTime precisionOfTime;
  @Column(secondPrecision = 0) LocalDateTime seconds;
  @Column(secondPrecision = 3) LocalTime millis;
  @Column(secondPrecision = 3) Time_ noTime;
  @Column(secondPrecision = 4) LocalDate date;
  @Column(secondPrecision = 2) java.sql.Timestamp stamp;
  @Column(precision = 30) Duration duration;
  @Column(columnDefinition = "text") String text;
  @Column(columnDefinition = "TEXT NOT NULL") String textNotNull;
  @Column(columnDefinition = "varchar(30) default 'a, b'") String withDefault;
  @Column(columnDefinition = "integer default 5 not null") Integer defaultNotNull;
  @Column(columnDefinition = "numeric(5,2)", nullable = false) BigDecimal numeric;
  @Column(columnDefinition = "timestamptz") Instant tz;
  @Column(columnDefinition = "timestamp(3) with time zone default current_timestamp") Instant tzDefault;
  @Column(columnDefinition = "double precision") Double dbl;
  @Column(columnDefinition = "int8") Long int8;
  @Column(columnDefinition = "bool default false") boolean bool;
  @Column(columnDefinition = "jsonb") String json;
  @Column(columnDefinition = "uuid default gen_random_uuid()") UUID uuid;
  @Column(columnDefinition = "text[]") String[] texts;
  @Column(columnDefinition = "bytea") byte[] raw;
  @Column(columnDefinition = "inet") String inet;
  @Column(columnDefinition = "character varying(12)") String characterVarying;
  @Column(insertable = false, updatable = false) String readOnly;
  @Column(check = @CheckConstraint(constraint = "checked > 0")) Integer checked;
  @Column(check = {@CheckConstraint(constraint = "twice > 0"), @CheckConstraint(constraint = "twice < 9")}) Integer twice;
  @Column(check = @CheckConstraint(name = "positive_named", constraint = "named > 0"), nullable = false) int named;
  @Check(constraints = "hib > 1") Integer hib;
  @Check(name = "hib_named", constraints = "hib2 > 1") Integer hib2;
  @Column(comment = "said") @Comment("said again") String commented;
  @Column(name = "camelCase") String camel;
  @Column(name = "UPPER_CASE") String upper;
  @Column(name = "with space") String withSpace;
  @Column(name = "`Back Ticks`") String backTicks;
  @Column(name = "\"double\"") String doubleQuotes;
  @Column(name = "[brackets]") String brackets;
  @Column(name = "`user`") String user;
  @Column(name = "ümlaut") String umlaut;
  @Column(name = "a_long_column_name_of_exactly_sixty_three_bytes_in_the_database") String tooLongName;
  @Column(name = "dollar$sign") String dollar;
  @Column(name = "_underscore") String underscore;
  @Column(name = "x1y2Z3") String digits;
  String aB;
  String ABc;
  String userID;
  String x;
  String html5;
  String is_Mixed_Up;
  @Nationalized @Column(length = 12) String national;
  @Nationalized Character nationalChar;
  @Basic String basic;
  @Basic(optional = false) Integer basicRequired;
  @Basic(optional = false) @Column(nullable = true) String contradictory;
  @Basic int basicPrimitive;
  @Basic(fetch = FetchType.LAZY) @Lob byte[] lazy;
  @Lob @Column(length = 5000) String lob;
  @Lob @Column(columnDefinition = "text") String lobAsText;
  @Lob Object_ lobObject;
  @Temporal(TemporalType.DATE) @Column(nullable = false) Date day;
  @Version @Column(name = "opt_lock", nullable = true) Integer version;
}

class Object_ implements java.io.Serializable {}

class Time_ implements java.io.Serializable {}

@Entity(name = "Nicknamed")
class NamedByEntity { @Id Long id; @ElementCollection Set<String> tags; @ManyToMany Set<NamedByEntity> peers; }

@Entity
@Table(name = "`Mixed Case`", schema = "`Odd Schema`")
class Quoted {
  @Id @GeneratedValue @Column(name = "`Id`") Long id;
  @ManyToOne Quoted parent;
  @ElementCollection List<String> notes;
  @OneToMany Set<Quoted> many;
}

@Entity
@Table(name = "user_")
class CamelCaseName {
  @Id Long someId;
  @ManyToOne CamelCaseName otherOne;
  @ElementCollection Set<String> manyThings;
  @ManyToMany List<CamelCaseName> manyOthers;
}
