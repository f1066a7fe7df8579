package sets.records;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

@Embeddable record Point(double y, double x, Integer z) {}

@Embeddable record Range(@Column(name = "range_from", nullable = false) LocalDate from, @Column(name = "range_to") LocalDate to, Point corner) {}

@Embeddable record Money(@Column(precision = 12, scale = 2) BigDecimal amount, @Column(length = 3) Currency_ currency, @Enumerated(EnumType.STRING) Kind kind, @ManyToOne Owner payer) {}

@Converter(autoApply = true)
class CurrencyConverter implements AttributeConverter<Currency_, String> {
  public String convertToDatabaseColumn(Currency_ c) { return ""; }
  public Currency_ convertToEntityAttribute(String s) { return null; }
}

record Currency_(String code) {}

record Label(String text) implements Serializable {}

enum Kind { NET, GROSS }

@Embeddable record OrderKey(String zone, int number, UUID batch) implements Serializable {}

record LineKey(int position, OrderKey order) implements Serializable {}

record ItemKey(String sku, long lot) implements Serializable {}

@Entity class Owner { @EmbeddedId OwnerKey id; String name; }

@Embeddable record OwnerKey(@Column(name = "owner_key", length = 11) String value) implements Serializable {}

@Entity
class Order_ {
  @EmbeddedId OrderKey id;
  @Embedded Range range;
  @Embedded
  @AttributeOverride(name = "from", column = @Column(name = "second_from"))
  @AttributeOverride(name = "to", column = @Column(name = "second_to"))
  @AttributeOverride(name = "corner.x", column = @Column(name = "second_x"))
  @AttributeOverride(name = "corner.y", column = @Column(name = "second_y"))
  @AttributeOverride(name = "corner.z", column = @Column(name = "second_z"))
  Range second;
  Money price;
  Label label;
  @ElementCollection Set<Point> points;
  @ElementCollection @OrderColumn List<Money> payments;
  @ElementCollection Map<Point, Label> labels;
  @ManyToOne Order_ previous;
  @OneToMany(mappedBy = "order") Set<Line> lines;
}

@Entity
@IdClass(LineKey.class)
class Line {
  @Id int position;
  @Id @ManyToOne Order_ order;
  @ManyToOne Line twin;
}

@Entity
@IdClass(ItemKey.class)
class Item {
  @Id @Column(length = 20) String sku;
  @Id long lot;
  @ManyToMany Set<Item> parts;
}

@Embeddable
record Documented(String text, @Lob String body, byte[] data, List<String> tags, boolean flag, Boolean boxed, @Transient String skipped) {
  Documented(String text) { this(text, "", null, null, false, null, null); }
  static int count;
  boolean isLong() { return true; }
}

@Entity
class Holder {
  @Id Long id;
  Documented documented;
  @Embedded Generic<Integer, String> generic;
}

@Embeddable record Generic<A, B>(A first, B second) {}
