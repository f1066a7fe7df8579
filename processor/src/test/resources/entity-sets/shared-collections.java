package sets.sharedcollections;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Code {
  String plus;
  String main;
}

@Embeddable
class Place {
  String street;
  String city;
  Code code;
}

@Entity
class Depot {
  @Id String id;

  @ElementCollection
  @CollectionTable(name = "depot_place", joinColumns = @JoinColumn(name = "depot_id"))
  List<Place> listed;

  @ElementCollection
  @CollectionTable(name = "depot_place", joinColumns = @JoinColumn(name = "depot_id"))
  Map<Place, String> mapped;

  @ElementCollection
  @CollectionTable(name = "depot_place", joinColumns = @JoinColumn(name = "depot_id"))
  Collection<Place> collected;

  @ElementCollection
  @CollectionTable(name = "depot_place", joinColumns = @JoinColumn(name = "depot_id"))
  Set<Place> chosen;
}

@Entity
class TwoMaps {
  @Id String id;

  @ElementCollection
  @CollectionTable(name = "two_maps", joinColumns = @JoinColumn(name = "owner_id"))
  Map<Place, String> first;

  @ElementCollection
  @CollectionTable(name = "two_maps", joinColumns = @JoinColumn(name = "owner_id"))
  Map<Place, String> second;
}

@Entity
class TwoSets {
  @Id String id;

  @ElementCollection
  @CollectionTable(name = "two_sets", joinColumns = @JoinColumn(name = "owner_id"))
  Set<Place> first;

  @ElementCollection
  @CollectionTable(name = "two_sets", joinColumns = @JoinColumn(name = "owner_id"))
  Set<Place> second;
}

