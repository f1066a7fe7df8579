// Hibernate 7
package sets.deferrable;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(
    indexes = @Index(name = "uk_index", columnList = "code", unique = true, options = "DEFERRABLE"),
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"first", "last"}, options = "deferrable initially deferred"),
      @UniqueConstraint(name = "uk_code", columnNames = {"zip"}, options = "initially  deferred"),
      @UniqueConstraint(name = "uk_now", columnNames = {"last"}, options = "not deferrable")})
class Person {
  @Id Long id;
  String first;
  String last;
  String code;
  String zip;
  @ManyToOne
  @JoinColumn(name = "boss", foreignKey = @ForeignKey(name = "fk_boss", options = "deferrable initially deferred"))
  Person boss;
  @ManyToOne
  @JoinColumn(name = "mate", foreignKey = @ForeignKey(options = "DEFERRABLE"))
  @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE)
  Person mate;
  @ManyToOne
  @JoinColumn(
      name = "heir",
      foreignKey =
          @ForeignKey(
              foreignKeyDefinition =
                  "foreign key (heir) references person (id) on delete set null DEFERRABLE INITIALLY IMMEDIATE"))
  Person heir;
  @ManyToMany
  @JoinTable(
      name = "friends",
      foreignKey = @ForeignKey(options = "deferrable"),
      inverseForeignKey = @ForeignKey(options = "initially deferred"))
  Set<Person> friends;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Vehicle {
  @Id Long id;
  @ManyToOne
  @JoinColumn(name = "owner", foreignKey = @ForeignKey(name = "fk_owner", options = "deferrable"))
  Person owner;
}

@Entity
class Car extends Vehicle {
  int doors;
}
