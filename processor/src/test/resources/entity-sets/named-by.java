// Settings: hibernate.implicit_naming_strategy=org.hibernate.boot.model.naming.ImplicitNamingStrategyLegacyJpaImpl
// Settings: hibernate.implicit_naming_strategy=org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy,hibernate.physical_naming_strategy=org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl
// Settings: hibernate.implicit_naming_strategy=jpa,hibernate.physical_naming_strategy=org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy
// Settings: hibernate.default_schema=plant
// Settings: hibernate.use_nationalized_character_data=true
// Settings: hibernate.type.preferred_array_jdbc_type=JSON

package sets.namedby;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum MachineState {
  RUNNING,
  STOPPED
}

@Embeddable
class GeoPoint {
  double latDegrees;
  @Column(name = "lonDegrees") double lon;
  @ManyToOne Region inRegion;
}

@Embeddable
class PostalAddress {
  String streetName;
  @Embedded GeoPoint geoPoint;
  @ElementCollection List<String> extraLines;
  @OneToMany List<Region> nearRegions;
  @ManyToMany Set<Region> allRegions;
  @ElementCollection @OrderColumn List<String> orderedLines;
  @ElementCollection Map<String, Integer> countByName;
}

@Embeddable
class PlainPart {
  String partName;
  int partCount;
}

@Entity(name = "Region")
@Table(name = "SalesRegion")
class Region {
  @Id
  @GeneratedValue
  Long regionId;

  @Lob String regionText;
}

@Entity(name = "Mach")
@Table(name = "FactoryMachine")
class Machine {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  Long id;

  @Embedded PostalAddress homeAddress;

  @Embedded
  @AttributeOverride(name = "streetName", column = @Column(name = "workStreet"))
  @AttributeOverride(name = "geoPoint.lon", column = @Column(name = "workLon"))
  @AssociationOverride(name = "geoPoint.inRegion", joinColumns = @JoinColumn(name = "workRegion"))
  @AssociationOverride(name = "nearRegions", joinTable = @JoinTable(name = "WorkNear"))
  @AssociationOverride(name = "allRegions", joinTable = @JoinTable(name = "WorkAll"))
  @AttributeOverride(name = "geoPoint.latDegrees", column = @Column(name = "workLat"))
  @AttributeOverride(name = "extraLines", column = @Column(name = "workLine"))
  PostalAddress workAddress;

  @ElementCollection List<PlainPart> spareParts;
  @ElementCollection Set<String> tagNames;
  @ManyToOne Region mainRegion;
  @ManyToMany List<Region> otherRegions;
  @OneToMany Set<Region> ownRegions;
  @OneToMany @JoinColumn Set<Region> joinedRegions;
  @OneToMany(mappedBy = "parentMachine") List<SubMachine> subMachines;
  @OneToOne @JoinTable(name = "MachineTwin") Machine twinMachine;
  @Enumerated(EnumType.STRING) MachineState machineState;
  @JdbcTypeCode(SqlTypes.NAMED_ENUM) MachineState namedState;
  String[] labelNames;
  List<Integer> countList;
  char[] letters;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class SubMachine {
  @Id
  @GeneratedValue(strategy = GenerationType.TABLE)
  Long id;

  @ManyToOne Machine parentMachine;
}

@Entity
class SpecialMachine extends SubMachine {

  String specialText;
}

@Entity
@Table(schema = "other", indexes = @Index(columnList = "noteText"))
class Note {
  @Id
  @GeneratedValue(generator = "noteGen")
  @SequenceGenerator(name = "noteGen")
  Long id;

  String noteText;
  @ManyToOne Machine ofMachine;
}

@Entity
class Memo {
  @EmbeddedId MemoKey memoKey;
  @ElementCollection Set<String> memoTags;
}

@Embeddable
class MemoKey implements java.io.Serializable {
  Long memoYear;
  Long memoNumber;
}
