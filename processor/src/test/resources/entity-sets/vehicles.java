package sets.vehicles;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
@SecondaryTable(
    name = "veh_extra",
    pkJoinColumns = @PrimaryKeyJoinColumn(name = "veh_id"),
    indexes = @Index(columnList = "note"),
    uniqueConstraints = @UniqueConstraint(columnNames = {"note", "num"}))
@DiscriminatorValue("V")
abstract class Vehicle {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  Long id;

  @Column(table = "veh_extra")
  String note;

  @Column(table = "veh_extra")
  int num;

  @ManyToOne
  @JoinColumn(table = "veh_extra", name = "partner")
  Vehicle partner;

  @Version java.sql.Timestamp ver;
}

@Embeddable
class Dummy {
  int d;
}

@Entity
@DiscriminatorValue("C")
@SecondaryTable(name = "car_extra")
@PrimaryKeyJoinColumn(foreignKey = @ForeignKey(name = "fk_car"))
class Car extends Vehicle {
  int doors;

  @Column(table = "car_extra", nullable = false)
  String radio;

  @Embedded
  @AttributeOverride(name = "d", column = @Column(name = "dd", table = "car_extra"))
  Dummy dummy;

  @OneToMany(mappedBy = "car")
  List<Wheel> wheels;
}

@Entity
@DiscriminatorValue("T")
@PrimaryKeyJoinColumn(name = "truck_id", referencedColumnName = "id")
class Truck extends Vehicle {
  Double load;

  @ManyToOne(optional = false)
  Car towed;

  @ElementCollection Set<String> axles;
}

@Entity
@DiscriminatorValue("B")
class BigTruck extends Truck {
  @Basic(optional = false)
  String sign;
}

@Entity
class Wheel {
  @Id Long id;

  @ManyToOne
  @JoinColumn(nullable = false)
  Car car;

  @OneToMany
  @JoinTable(name = "wheel_bolt")
  Set<Bolt> bolts;
}

class Hex implements java.io.Serializable {}

@Converter(autoApply = true)
class HexConv implements AttributeConverter<Hex, String> {
  public String convertToDatabaseColumn(Hex b) {
    return "";
  }

  public Hex convertToEntityAttribute(String s) {
    return null;
  }
}

@Entity
class Bolt {
  @Id int nr;
  Hex h;
  @ManyToOne Wheel w;

  @Column(length = 5)
  Hex h5;

  @ElementCollection Set<Hex> hexes;
  @ElementCollection Map<Hex, Hex> hm;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Shape {
  @Id
  @GeneratedValue(strategy = GenerationType.TABLE)
  Long id;

  @ManyToOne Wheel wheel;

  @Column(unique = true)
  String tag;

  @OneToMany(mappedBy = "shape")
  List<Corner> corners;

  @ElementCollection List<String> names;
}

@Entity
@Table(
    name = "sq",
    indexes = @Index(columnList = "tag, side desc"),
    uniqueConstraints = @UniqueConstraint(name = "uq_side", columnNames = "side"))
class Square extends Shape {
  int side;
}

@Entity
@Table(name = "circ")
class Circle extends Shape {
  @Column(precision = 7, scale = 3)
  java.math.BigDecimal radius;

  @OneToOne Square around;
}

@Entity
class Corner {
  @Id Long id;
  @ManyToOne Shape shape;
  @ManyToOne Square sq;
}

@Entity
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("0")
class S0 {
  @Id Long id;

  @ManyToOne(optional = false)
  S0 self;
}

@Entity
@DiscriminatorValue("1")
class S1 extends S0 {
  @Column(nullable = false)
  String a;

  int prim;
  @OneToMany List<S0> many;
  @Lob String lob;
  @Embedded Dummy dm;
}

@Entity
class S2 extends S1 {
  @Column(length = 20000000)
  String b;

  boolean flag;

  @Basic(optional = false)
  LocalDate day;

  @OneToOne(optional = false)
  S1 one;
}

@MappedSuperclass
class Mid extends S0 {
  long midPrim;

  @Basic(optional = false)
  String midReq;
}

@Entity
@DiscriminatorValue("7")
class S3 extends Mid {
  char c;
}
