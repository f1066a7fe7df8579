package sets.comments;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
@Comment("Where machines stand; it''s \"one\" \\ line\nand another größe 😀")
class Plant {
  @Id @Comment("the key") Long id;
  @Comment("''; DROP TABLE plant; --") String name;
  @Comment("") String nothing;
  @Comment(" ") String blank;
  @ManyToOne @Comment("where it belongs") Plant parent;
  @OneToOne @JoinColumn(name = "twin_id") @Comment(on = "TWIN_ID", value = "its twin") Plant twin;
  @ElementCollection @Comment("what it''s called") Set<String> names = new HashSet<>();
  @ElementCollection
  @CollectionTable(name = "plant_marks")
  @Comment("marks by name")
  @Comment(on = "marks", value = "the mark")
  Map<String, String> marks = new HashMap<>();
  @ManyToMany @Comment("who borders on whom") Set<Plant> neighbours = new HashSet<>();
  @Comment("not the whole address") Address address;
  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "siteStreet"))
  @AttributeOverride(name = "city", column = @Column(name = "siteCity"))
  Address site;
}

@Embeddable
class Address {
  @Comment("with its number") String street;
  String city;
}

@Entity
@SecondaryTable(name = "machine_details")
@Comment("machines")
@Comment(on = "machine_details", value = "rarely looked at")
class Machine {
  @EmbeddedId @Comment("first column of the key") MachineId id;
  @Column(table = "machine_details") @Comment("in grams") Long weight;
  @TimeZoneStorage(TimeZoneStorageType.COLUMN) @Comment("when it was seen") OffsetDateTime seen;
  @ManyToOne @JoinTable(name = "machine_plant") @Comment("the plant") Plant plant;
}

@Embeddable
record MachineId(@Comment("of the ERP") String serial, int number) {}

@Entity
@SoftDelete
class Note {
  @Id Long id;
  @ElementCollection @SoftDelete(columnName = "gone") List<String> lines = new ArrayList<>();
}

@MappedSuperclass
@Comment("not of a table")
class Named {
  @Comment("by which it is called") String name;
}

@Entity
@Comment("animals")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
class Animal extends Named {
  @Id Long id;
}

@Entity
@Comment("dogs and others")
class Dog extends Animal {
  @Comment("how it barks") String voice;
}

@Entity
@Comment("vehicles")
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Vehicle extends Named {
  @Id @Comment("the number plate") Long id;
  @Comment("in metres") int length;
}

@Entity
class Car extends Vehicle {
  @Comment("doors") int doors;
}

@Entity
@Comment("orders")
@Inheritance(strategy = InheritanceType.JOINED)
class Job extends Named {
  @Id @Comment("the order''s number") Long id;
}

@Entity
@Comment("repairs")
class Repair extends Job {
  @Comment("spent") Integer hours;
}
