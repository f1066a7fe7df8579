// Hibernate 7
package sets.embeddedtables;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;

@Embeddable class Address { String street; @Column(name = "zip_code", length = 10) String zip; @Embedded Geo geo; @ManyToOne @JoinColumn(name = "town", table = "places") Town town; int floor; @ElementCollection Set<String> bells; }
@Embeddable class Geo { double lat; @Column(nullable = false) Double lng; }
@Entity class Town { @Id Long id; }

@MappedSuperclass
class Placed {
  @Embedded @EmbeddedTable("places")
  @AttributeOverride(name = "street", column = @Column(name = "base_street"))
  @AttributeOverride(name = "zip", column = @Column(name = "base_zip"))
  @AttributeOverride(name = "floor", column = @Column(name = "base_floor"))
  @AttributeOverride(name = "geo.lat", column = @Column(name = "base_lat"))
  @AttributeOverride(name = "geo.lng", column = @Column(name = "base_lng"))
  @AssociationOverride(name = "town", joinColumns = @JoinColumn(name = "base_town", table = "places"))
  Address base;
}

@Entity
@SecondaryTable(name = "places", pkJoinColumns = @PrimaryKeyJoinColumn(name = "shop"))
@SecondaryTable(name = "other_places")
class Shop extends Placed {
  @Id Long id;
  @Embedded @EmbeddedTable("places") Address address;
  @Column(table = "places") String hint;
}
@Entity
@SecondaryTable(name = "kioskPlaces")
class Kiosk {
  @Id Long id;
  @Embedded @EmbeddedTable("kioskPlaces") Simple simple;
  @Embedded @EmbeddedTable("Kiosk") Plain plain;
}
@Embeddable class Simple { String a; @Column(unique = true) Integer b; }
@Embeddable class Plain { String c; }
