// Hibernate 7
package sets.jakartacomments;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
@Table(comment = "where machines stand, it''s said")
@SecondaryTable(name = "plant_details", comment = "rarely looked at")
@TableGenerator(name = "numbers")
class Plant {
  @Id @GeneratedValue(generator = "numbers") @Column(comment = "the key") Long id;
  @Column(comment = "one of two") @Comment("Hibernate''s own counts") String name;
  @Column(comment = " ") String blank;
  @Column(table = "plant_details", comment = "in square metres") Integer area;
  @ManyToOne @JoinColumn(comment = "where it belongs") Plant parent;
  @ManyToOne
  @JoinTable(
      name = "plant_owner",
      comment = "who owns it",
      joinColumns = @JoinColumn(name = "owned", comment = "the owned"),
      inverseJoinColumns = @JoinColumn(name = "owner", comment = "the owner"))
  Plant owner;
  @ManyToMany
  @JoinTable(
      comment = "who borders on whom",
      joinColumns = @JoinColumn(name = "one", comment = "the one"),
      inverseJoinColumns = @JoinColumn(name = "other", comment = "the other"))
  Set<Plant> neighbours = new HashSet<>();
  @ElementCollection
  @CollectionTable(name = "plant_names", joinColumns = @JoinColumn(name = "plant", comment = "whose"))
  @Column(name = "called", comment = "the name")
  Set<String> names = new HashSet<>();
  @ElementCollection
  @Column(comment = "the mark")
  @MapKeyColumn(name = "kind")
  @Comment("marks by kind")
  Map<String, String> marks = new HashMap<>();
  @OneToMany
  @JoinColumn(name = "plant", comment = "where it stands")
  List<Machine> machines = new ArrayList<>();
  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "way", comment = "the way there"))
  Address address;
  @TimeZoneStorage(TimeZoneStorageType.COLUMN)
  @Column(name = "seen_at", comment = "when it was seen")
  OffsetDateTime seen;
  @TimeZoneStorage(TimeZoneStorageType.COLUMN)
  @Column(comment = "not read without a name")
  @TimeZoneColumn(name = "heard_zone", comment = "where it was heard")
  OffsetDateTime heard;
  @Any
  @AnyKeyJavaClass(Long.class)
  @Column(name = "thing_kind", comment = "what kind")
  @JoinColumn(name = "thing_id", comment = "which one")
  Object thing;
}

@Embeddable
class Address {
  @Column(comment = "with its number") String street;
  @Column(comment = "and its code") String city;
}

@Entity
@Table(comment = "counts less")
@Comment("counts more")
@SoftDelete(comment = "whether it was scrapped")
class Machine {
  @Id Long id;
}

@Entity
@Table(comment = "vehicles")
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Vehicle {
  @Id @Column(comment = "the number plate") Long id;
}

@Entity
@Table(comment = "cars")
class Car extends Vehicle {
  @Column(comment = "all of them") int doors;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Job {
  @Id @Column(comment = "the number") Long id;
}

@Entity
@PrimaryKeyJoinColumn(name = "job")
class Repair extends Job {
  @Column(comment = "spent") Integer hours;
}
