package sets.compositehierarchies;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@MappedSuperclass
@IdClass(TenantKey.class)
abstract class TenantEntity {
  @Id
  @Column(name = "tenant")
  String tenant;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  Long nr;
}

class TenantKey implements Serializable {
  String tenant;
  Long nr;

  public boolean equals(Object o) {
    return true;
  }

  public int hashCode() {
    return 1;
  }
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Party extends TenantEntity {
  String name;

  @OneToMany(mappedBy = "party")
  List<Role> roles;

  @ElementCollection Set<String> nicks;
  @ManyToMany Set<Party> friends;
  @OneToOne Party boss;
}

@Entity
@PrimaryKeyJoinColumns({
  @PrimaryKeyJoinColumn(name = "org_tenant", referencedColumnName = "tenant"),
  @PrimaryKeyJoinColumn(name = "org_nr", referencedColumnName = "nr")
})
class Org extends Party {
  String vat;
}

@Entity
class Human extends Party {
  @ManyToOne
  @JoinColumns({
    @JoinColumn(name = "emp_nr", referencedColumnName = "org_nr"),
    @JoinColumn(name = "emp_tenant", referencedColumnName = "org_tenant")
  })
  Org employer;

  @Enumerated Sex sex;
}

enum Sex {
  M,
  F
}

@Entity
class Role {
  @Id Long id;

  @ManyToOne
  @JoinColumns(
      value = {
        @JoinColumn(
            name = "p_tenant",
            referencedColumnName = "tenant",
            insertable = false,
            updatable = false),
        @JoinColumn(
            name = "p_nr",
            referencedColumnName = "nr",
            insertable = false,
            updatable = false)
      },
      foreignKey = @ForeignKey(name = "fk_role_party"))
  Party party;

  @Column(name = "p_tenant", length = 10)
  String tenant;

  @Column(name = "p_nr", nullable = false)
  Long nr;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Asset {
  @EmbeddedId AssetId id;
  @ManyToOne Party owner;
  @Embedded Loc loc;
}

@Embeddable
class AssetId implements Serializable {
  String code;
  int year;

  public boolean equals(Object o) {
    return true;
  }

  public int hashCode() {
    return 1;
  }
}

@Embeddable
class Loc {
  @ManyToOne Country country;
  String city;

  @OneToMany
  @JoinTable(name = "loc_pics")
  List<Pic> pics;

  @Embedded Geo geo;
}

@Embeddable
class Geo {
  double lat;
  Double lon;
  @ElementCollection List<String> hints;
}

@Entity
class Country {
  @Id
  @Column(length = 2)
  String code;
}

@Entity
class Pic {
  @Id UUID id;
  @Lob java.sql.Blob data;
  @ManyToOne Asset asset;
}

@Entity
class Car extends Asset {
  @Column(nullable = false, unique = true)
  String plate;

  @ManyToOne(optional = false)
  Human driver;
}

@Entity
class House extends Asset {
  @AttributeOverride(name = "geo.lat", column = @Column(name = "second_lat"))
  @AttributeOverride(name = "geo.lon", column = @Column(name = "second_lon"))
  @AttributeOverride(name = "city", column = @Column(name = "second_city"))
  @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "second_country"))
  @AssociationOverride(name = "pics", joinTable = @JoinTable(name = "second_pics"))
  @AssociationOverride(name = "geo.hints", joinTable = @JoinTable(name = "second_hints"))
  Loc second;
}

@Entity
class Room {
  @EmbeddedId RoomId id;

  @MapsId("asset")
  @ManyToOne
  Asset house;

  @OneToMany(mappedBy = "room")
  List<Chair> chairs;
}

@Embeddable
class RoomId implements Serializable {
  AssetId asset;
  String name;

  public boolean equals(Object o) {
    return true;
  }

  public int hashCode() {
    return 1;
  }
}

@Entity
@IdClass(ChairId.class)
class Chair {
  @Id int nr;

  @Id
  @ManyToOne
  @JoinColumns({
    @JoinColumn(name = "r_code", referencedColumnName = "house_code"),
    @JoinColumn(name = "r_year", referencedColumnName = "house_year"),
    @JoinColumn(name = "r_name", referencedColumnName = "name")
  })
  Room room;
}

class ChairId implements Serializable {
  int nr;
  RoomId room;

  public boolean equals(Object o) {
    return true;
  }

  public int hashCode() {
    return 1;
  }
}
