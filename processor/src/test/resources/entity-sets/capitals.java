package sets.capitals;

import jakarta.persistence.*;
import java.util.*;

/* columns that several attributes share under names that differ in their capitals */
@Entity
@Table(name = "REGION")
class Region {
  @Id @Column(name = "ID") Long id;

  @ManyToMany
  @JoinTable(name = "REGION_LINK")
  List<Site> linked;

  @ManyToMany
  @JoinTable(
      name = "SITE_TAG",
      joinColumns = @JoinColumn(name = "region_Id"),
      inverseJoinColumns = @JoinColumn(name = "site_Id"))
  Set<Site> tagged;

  @OneToMany
  @JoinColumn(name = "region_ID")
  List<Site> sites;
}

@Entity
@Table(name = "REGION_LINK")
class RegionLink {
  @EmbeddedId Pair id;
  String note;

  @Embeddable
  record Pair(@Column(name = "REGION_ID") Long regionId, @Column(name = "LINKED_ID") Long linkedId) {}
}

@Entity
@Table(name = "site_tag")
class SiteTag {
  @Id @Column(name = "REGION_ID") Long regionId;
  @Column(name = "SITE_ID") Long siteId;
}

@Entity
class Site {
  @Id Long id;

  @Column(name = "OWNER_ID") Long ownerId;

  @ManyToOne
  @JoinColumn(name = "owner_id", insertable = false, updatable = false)
  Region owner;

  @Column(name = "REGION_ID", nullable = false) Long regionId;

  @ElementCollection
  @CollectionTable(name = "SITE_NOTE", joinColumns = @JoinColumn(name = "site_ID"))
  List<Note> notes;
}

@Embeddable
class Note {
  @Column(name = "SITE_id", insertable = false, updatable = false) Long site;
  String text;

  @ManyToOne
  @JoinColumn(name = "AUTHOR")
  Region author;

  @Column(name = "author", insertable = false, updatable = false) Long authorId;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Device {
  @Id @Column(name = "DEVICE_ID") Long id;
}

@Entity
@PrimaryKeyJoinColumn(name = "device_id")
@SecondaryTable(name = "sensor_extra", pkJoinColumns = @PrimaryKeyJoinColumn(name = "Sensor_Id"))
class Sensor extends Device {
  @Column(name = "DEVICE_ID", insertable = false, updatable = false) Long sameId;

  @Column(table = "sensor_extra", name = "SENSOR_ID", insertable = false, updatable = false)
  Long extraId;
}

@Entity
class Share {
  @EmbeddedId Key id;

  @MapsId("device")
  @ManyToOne
  @JoinColumn(name = "Device_Id")
  Device of;

  @Embeddable
  static class Key implements java.io.Serializable {
    @Column(name = "DEVICE_ID") Long device;
    @Column(name = "PART") Integer part;

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }
}
