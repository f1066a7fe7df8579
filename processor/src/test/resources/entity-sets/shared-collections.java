package sets.sharedcollections;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Embeddable
class Code implements Serializable {
  String zone;
  String area;

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public String getArea() {
    return area;
  }

  public void setArea(String area) {
    this.area = area;
  }
}

@Embeddable
class Place implements Serializable {
  String street;
  String city;
  Code code;

  public String getStreet() {
    return street;
  }

  public void setStreet(String street) {
    this.street = street;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  public Code getCode() {
    return code;
  }

  public void setCode(Code code) {
    this.code = code;
  }
}

/** The set is found first; each map's key takes the place of the one before. */
@Entity
class TwoMapsAndSet {
  @Id String id;

  @ElementCollection
  @CollectionTable(name = "two_maps_and_set_place", joinColumns = @JoinColumn(name = "owner_id"))
  List<Place> listed;

  @ElementCollection
  @CollectionTable(name = "two_maps_and_set_place", joinColumns = @JoinColumn(name = "owner_id"))
  Map<Place, String> mapped;

  @ElementCollection
  @CollectionTable(name = "two_maps_and_set_place", joinColumns = @JoinColumn(name = "owner_id"))
  Map<Place, String> otherMapped;

  @ElementCollection
  @CollectionTable(name = "two_maps_and_set_place", joinColumns = @JoinColumn(name = "owner_id"))
  Collection<Place> collected;

  @ElementCollection
  @CollectionTable(name = "two_maps_and_set_place", joinColumns = @JoinColumn(name = "owner_id"))
  Set<Place> unique;
}

@Entity
class MapAndSet {
  @Id String id;

  @ElementCollection
  @CollectionTable(name = "map_and_set_place", joinColumns = @JoinColumn(name = "owner_id"))
  Map<Place, String> mapped;

  @ElementCollection
  @CollectionTable(name = "map_and_set_place", joinColumns = @JoinColumn(name = "owner_id"))
  Set<Place> unique;
}

@Entity
class SetAndMap {
  @Id String id;

  @ElementCollection
  @CollectionTable(name = "set_and_map_place", joinColumns = @JoinColumn(name = "owner_id"))
  Set<Place> chosen;

  @ElementCollection
  @CollectionTable(name = "set_and_map_place", joinColumns = @JoinColumn(name = "owner_id"))
  Map<Place, String> mapped;
}
