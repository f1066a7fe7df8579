package sets.stations;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.*;
import java.util.*;

/* maps with associations in keys, secondary tables, joins to their columns, element collections in embeddables in mapped superclasses */
@Embeddable
class RouteKey {
  @ManyToOne @JoinColumn(name = "from_id") Station from;
  @ManyToOne @JoinColumn(name = "to_id", nullable = false) Station to;
  @Column(name = "dir", length = 2) String direction;
}

@Embeddable
class Fare {
  Integer cents;
  @ManyToOne Station soldAt;
  @Enumerated(EnumType.STRING) DayOfWeek day;
}

@Entity
@Table(name = "stations", uniqueConstraints = {
  @UniqueConstraint(name = "uq_station_code_region", columnNames = {"code", "region_code", "region_land"}),
  @UniqueConstraint(columnNames = "code")})
@SecondaryTable(name = "station_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "station_id"), indexes = @Index(columnList = "opened, manager_id"))
@SecondaryTable(name = "station_geo", foreignKey = @ForeignKey(name = "fk_geo"))
class Station {
  @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "st") @SequenceGenerator(name = "st", sequenceName = "station_numbers", initialValue = 100, allocationSize = 5) Long id;
  @Column(nullable = false, length = 8) String code;
  @Column(table = "station_details") LocalDate opened;
  @Column(table = "station_geo", columnDefinition = "double precision default 0 not null") double lat;
  @ManyToOne @JoinColumn(name = "manager_id", table = "station_details") Person manager;
  @OneToOne @JoinColumn(name = "deputy_id", table = "station_details", unique = true) Person deputy;
  @ManyToOne
  @JoinColumn(name = "region_code", referencedColumnName = "code")
  @JoinColumn(name = "region_land", referencedColumnName = "land")
  Region region;
  @Embedded @AttributeOverride(name = "cents", column = @Column(name = "min_cents", table = "station_details")) Prices prices;
  @ElementCollection @CollectionTable(name = "fares", joinColumns = @JoinColumn(name = "st")) Map<RouteKey, Fare> fares;
  @ElementCollection @MapKeyJoinColumn(name = "via_id") @Column(name = "minutes") Map<Station, Integer> minutesVia;
  @ManyToMany @MapKeyJoinColumn(name = "mk_code", referencedColumnName = "code") @MapKeyJoinColumn(name = "mk_land", referencedColumnName = "land") @JoinTable(name = "chief_of")
  Map<Region, Person> chiefs;
  @ElementCollection @MapKeyEnumerated(EnumType.STRING) @MapKeyColumn(name = "dow", length = 9) Map<DayOfWeek, LocalTime> opens;
  @ElementCollection @MapKeyTemporal(TemporalType.DATE) Map<Date, String> closures;
  @OneToMany @JoinColumn(name = "home_station") @MapKeyColumn(name = "nick") Map<String, Person> staff;
  @ElementCollection Map<Month, Month> seasons;
}

@Embeddable
class Prices {
  Integer cents;
  @ElementCollection Set<Fare> specials;
}

@Entity
@IdClass(Region.Key.class)
class Region {
  @Id @Column(length = 5) String code;
  @Id @Column(length = 2) String land;
  static class Key implements Serializable {
    String code;
    String land;
    public boolean equals(Object o) { return true; }
    public int hashCode() { return 0; }
  }
}

@MappedSuperclass
class HasContacts {
  @Embedded Contacts contacts;
}

@Embeddable
class Contacts {
  @ElementCollection @OrderColumn(name = "pos") List<String> phones;
  @ElementCollection @CollectionTable(name = "mails", uniqueConstraints = @UniqueConstraint(columnNames = "mail")) @Column(name = "mail", nullable = false) Set<String> mails;
  @OneToMany @OrderColumn List<Station> favourites;
  @ManyToOne Station nearest;
}

@Entity
class Person extends HasContacts {
  @Id Long id;
  @Column(unique = true, nullable = false) String badge;
  @ManyToOne @JoinColumn(name = "opened_at", referencedColumnName = "badge") Person twin;
}

@Entity
@AttributeOverride(name = "contacts.phones", column = @Column(name = "firm_phone"))
@AssociationOverride(name = "contacts.nearest", joinColumns = @JoinColumn(name = "near_st"))
class Firm extends HasContacts {
  @Id @Column(columnDefinition = "varchar(3)") String id;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Vehicle {
  @Id @GeneratedValue Long id;
  @ManyToOne Person driver;
  @ElementCollection Set<String> plates;
  @OneToMany(mappedBy = "vehicle") List<Trip> trips;
}

@Entity
@Table(name = "buses", indexes = {@Index(name = "ix_bus_driver", columnList = "driver_id, seats DESC"), @Index(columnList = "seats", unique = true)})
class Bus extends Vehicle {
  int seats;
  @OneToOne(mappedBy = "bus") BusPlan plan;
}

@Entity
class Train extends Vehicle {
  @ManyToMany Set<Station> stops;
  @Enumerated DayOfWeek cleaning;
}

@Entity
class Trip {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
  @ManyToOne(optional = false) Vehicle vehicle;
  @ManyToOne Bus bus;
}

@Entity
class BusPlan {
  @Id Long id;
  @MapsId @OneToOne Bus bus;
}
