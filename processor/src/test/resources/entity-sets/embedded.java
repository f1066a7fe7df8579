package sets.embedded;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.*;

@MappedSuperclass
abstract class Identified<K> {
  @Id K id;
  @Version Long revision;
  @Column(name = "made_by") String createdBy;
}

@MappedSuperclass
abstract class Audited<K, O> extends Identified<K> {
  @ManyToOne O owner;
  @Convert(converter = PathConverter.class) Path path;
}

class Path {}

@Converter
class PathConverter implements AttributeConverter<Path, String> {
  public String convertToDatabaseColumn(Path path) { return ""; }
  public Path convertToEntityAttribute(String text) { return null; }
}

class Money {}

@Converter(autoApply = true)
class MoneyConverter implements AttributeConverter<Money, BigDecimal> {
  public BigDecimal convertToDatabaseColumn(Money money) { return null; }
  public Money convertToEntityAttribute(BigDecimal number) { return null; }
}

@Entity
class Owner extends Identified<UUID> {
  String name;
}

@Entity
@AttributeOverride(name = "createdBy", column = @Column(name = "author", length = 30))
@AssociationOverride(name = "owner", joinColumns = @JoinColumn(name = "holder"))
class Document extends Audited<Long, Owner> {
  Money price;
  @Column(precision = 8, scale = 2) Money discount;
  @Embedded Period period;
  @Embedded
  @AttributeOverrides({
    @AttributeOverride(name = "from.day", column = @Column(name = "other_day")),
    @AttributeOverride(name = "from.year", column = @Column(name = "other_year")),
    @AttributeOverride(name = "until.day", column = @Column(name = "other_last_day", nullable = false)),
    @AttributeOverride(name = "until.year", column = @Column(name = "other_last_year")),
    @AttributeOverride(name = "label", column = @Column(name = "other_label")),
    @AttributeOverride(name = "open", column = @Column(name = "other_open"))})
  @AssociationOverride(name = "keeper", joinColumns = @JoinColumn(name = "other_keeper", nullable = false))
  Period otherPeriod;
  Point point;
  @ElementCollection Set<Point> corners;
  @ElementCollection @OrderColumn(name = "pos") List<Period> periods;
  @ElementCollection Map<Color, Point> points;
  @ElementCollection @MapKeyEnumerated(EnumType.STRING) Map<Color, Money> prices;
  @ElementCollection Map<Owner, String> remarks;
}

enum Color { RED, BLUE }

@Embeddable
record Point(int y, double x) {}

@Embeddable
class Period {
  @AttributeOverride(name = "day", column = @Column(name = "first_day"))
  @AttributeOverride(name = "year", column = @Column(name = "first_year"))
  Moment from;
  @AttributeOverride(name = "day", column = @Column(name = "last_day"))
  @AttributeOverride(name = "year", column = @Column(name = "last_year"))
  Moment until;
  @Column(nullable = false) String label;
  boolean open;
  @ManyToOne Owner keeper;
}

@Embeddable
class Moment {
  @Column(length = 12) String day;
  Integer year;
}

@Embeddable
class LineId implements Serializable {
  String orderNumber;
  int lineNumber;
  boolean draft;
}

@Entity
class Line {
  @EmbeddedId LineId id;
  @ManyToOne Line previous;
  @ManyToOne
  @JoinColumn(name = "next_order", referencedColumnName = "orderNumber")
  @JoinColumn(name = "next_line", referencedColumnName = "lineNumber")
  @JoinColumn(name = "next_draft", referencedColumnName = "draft")
  Line next;
  @OneToOne Line twin;
  @ElementCollection List<String> notes;
  @ManyToMany Set<Line> related;
}

record SeatId(String hall, int number) implements Serializable {}

@Entity
@IdClass(SeatId.class)
class Seat {
  @Id String hall;
  @Id int number;
  @ManyToOne Seat neighbour;
}

class BookingId implements Serializable {
  SeatId seat;
  Long guest;
}

@Entity
@IdClass(BookingId.class)
class Booking {
  @Id @ManyToOne Seat seat;
  @Id Long guest;
}

@Embeddable
class PartId implements Serializable {
  LineId line;
  Long number;
}

@Entity
class Part {
  @EmbeddedId PartId id;
  @MapsId("line") @ManyToOne Line line;
}

@Entity
class Detail {
  @Id Long id;
  @MapsId @OneToOne @JoinColumn(name = "owner_ref") Document document;
}

@Entity
class Shared {
  @Id Long id;
  @OneToOne(optional = false) @PrimaryKeyJoinColumn Document document;
}
