package sets.sharedkeys;

import jakarta.persistence.*;
import java.util.*;

/** Two entities share a secondary table: of the foreign keys from one column the first counts. */
@Entity
@Table(name = "first_table")
@SecondaryTable(name = "details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"))
class First {
  @Id String id;

  @Column(table = "details", name = "first_note")
  String note;
}

@Entity
@Table(name = "second_table")
@SecondaryTable(
    name = "details",
    pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"),
    foreignKey = @ForeignKey(name = "details_of_second"))
class Second {
  @Id String id;

  @Column(unique = true)
  String code;

  @Column(table = "details", name = "second_note")
  String note;
}

/** Two associations share a column. */
@Entity
class Pointer {
  @Id Long id;

  @ManyToOne
  @JoinColumn(name = "target")
  First first;

  @ManyToOne
  @JoinColumn(name = "target", insertable = false, updatable = false)
  Second second;

  @ManyToOne
  @JoinColumn(name = "target", referencedColumnName = "code", insertable = false, updatable = false)
  Second byCode;
}

/** So do two collections. */
@Entity
class Collecting {
  @Id String id;

  @ManyToMany
  @JoinTable(
      name = "collected",
      joinColumns = @JoinColumn(name = "owner"),
      inverseJoinColumns = @JoinColumn(name = "element"))
  List<First> firsts;

  @ManyToMany
  @JoinTable(
      name = "collected",
      joinColumns = @JoinColumn(name = "owner"),
      inverseJoinColumns = @JoinColumn(name = "element"))
  List<Second> seconds;
}

@Entity
class AlsoCollecting {
  @Id String id;

  @ElementCollection
  @CollectionTable(
      name = "values_of_both",
      joinColumns = @JoinColumn(name = "owner"),
      foreignKey = @ForeignKey(name = "owner_of_values"))
  List<String> words;

  @ManyToMany
  @JoinTable(
      name = "values_of_both",
      joinColumns = @JoinColumn(name = "owner"),
      inverseJoinColumns = @JoinColumn(name = "collecting"))
  List<Collecting> collectings;
}

@Entity
class ThirdCollecting {
  @Id String id;

  @ElementCollection
  @CollectionTable(name = "values_of_both", joinColumns = @JoinColumn(name = "owner"))
  List<Integer> numbers;
}
