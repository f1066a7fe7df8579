package sets.mapoverrides;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;

enum Color {
  RED,
  GREEN
}

@Embeddable
class Point {
  int x;

  @Column(name = "yy")
  Integer y;
}

@Embeddable
record Slot(DayOfWeek day, LocalTime begin, @Column(nullable = false) int len) {}

@Embeddable
class Info {
  String text;
  @ManyToOne Item ref;

  @Enumerated(EnumType.STRING)
  Color color;

  @Convert(converter = YesNo.class)
  StringBuilder ok;

  @Embedded Point p;
}

@Converter
class YesNo implements AttributeConverter<StringBuilder, String> {
  public String convertToDatabaseColumn(StringBuilder b) {
    return "";
  }

  public StringBuilder convertToEntityAttribute(String s) {
    return null;
  }
}

@Entity
class Item {
  @Id @GeneratedValue Long id;
  @ManyToOne Owner owner;
  String code;

  @Enumerated(EnumType.STRING)
  Color color;
}

@Entity
class Owner {
  @Id @GeneratedValue Long id;

  @OneToMany(mappedBy = "owner")
  @MapKey(name = "code")
  Map<String, Item> byCode;

  @OneToMany
  @MapKeyEnumerated(EnumType.STRING)
  Map<Color, Item> byColor;

  @OneToMany
  @JoinColumn(name = "own2")
  @MapKeyColumn(name = "mk", length = 20)
  Map<String, Item> fk;

  @ManyToMany
  @MapKeyJoinColumn(name = "key_item")
  Map<Item, Item> itemToItem;

  @ManyToMany
  @MapKeyClass(Point.class)
  @AttributeOverride(name = "key.x", column = @Column(name = "kx"))
  Map<Point, Item> byPoint;

  @ElementCollection
  @AttributeOverrides({
    @AttributeOverride(name = "key.day", column = @Column(name = "k_day")),
    @AttributeOverride(name = "value.text", column = @Column(name = "v_text", length = 99)),
    @AttributeOverride(name = "value.p.x", column = @Column(name = "v_px")),
    @AttributeOverride(name = "value.p.y", column = @Column(name = "v_py"))
  })
  @AssociationOverride(name = "value.ref", joinColumns = @JoinColumn(name = "v_ref"))
  Map<Slot, Info> slots;

  @ElementCollection Map<Item, Info> infoByItem;

  @ElementCollection
  @Column(name = "val")
  Map<Color, Integer> counts;

  @ElementCollection
  @Convert(converter = YesNo.class, attributeName = "key")
  Map<StringBuilder, String> flags;

  @ElementCollection
  @Convert(attributeName = "value", converter = YesNo.class)
  Map<LocalDate, StringBuilder> days;

  @ElementCollection
  @MapKeyTemporal(TemporalType.DATE)
  @MapKeyColumn(name = "at")
  @Temporal(TemporalType.TIME)
  Map<Date, Date> dates;

  @ElementCollection List<Info> infos;
  @ElementCollection @OrderColumn Info[] infoArray;
  @ElementCollection Set<Info> infoSet;

  @ElementCollection
  @AttributeOverride(name = "p.x", column = @Column(name = "deep_x"))
  Collection<Info> deep;

  @ElementCollection SortedMap<String, Point> sm = new TreeMap<>();

  @OneToMany
  @OrderColumn(name = "idx", nullable = false)
  List<Item> ordered;

  @OneToMany
  @JoinColumn(name = "own3", nullable = false)
  @OrderColumn(name = "idx3", nullable = false)
  List<Item> ordered3;
}
