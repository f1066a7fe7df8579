package sets.inheritance;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance
abstract class Vehicle {
  @Id @GeneratedValue Long id;
  @Column(nullable = false) String plate;
  int wheels;
}

@Entity
class Car extends Vehicle {
  int doors;
  @Column(nullable = false) String fuel;
  @Basic(optional = false) String color;
  @ManyToOne(optional = false) Garage garage;
  @Enumerated(EnumType.STRING) Kind kind;
}

enum Kind { SMALL, LARGE }

@Entity
@DiscriminatorValue("T")
class Truck extends Vehicle {
  Double load;
}

@Entity
class Tanker extends Truck {
  boolean hazardous;
  @ElementCollection Set<String> liquids;
}

@Entity
class Garage {
  @Id Long id;
  @OneToMany(mappedBy = "garage") List<Car> cars;
}

@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("1")
class Shape {
  @Id Long id;
}

@Entity
@DiscriminatorValue("2")
class Circle extends Shape {
  double radius;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "people")
class Person {
  @Id @GeneratedValue Long id;
  String name;
  @ManyToOne Employee boss;
}

@Entity
class Employee extends Person {
  @Column(nullable = false) String number;
  @ManyToMany Set<Person> reports;
}

@Entity
@PrimaryKeyJoinColumn(name = "employee_id", foreignKey = @ForeignKey(name = "fk_manager"))
class Manager extends Employee {
  int level;
  @OneToMany List<Employee> staff;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(length = 10)
class Account {
  @Id Long id;
}

@Entity
class Savings extends Account {
  Double rate;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Payment {
  @Id @GeneratedValue Long id;
  @Column(unique = true) String reference;
  @ManyToOne Account account;
}

@Entity
@Table(name = "card_payments", uniqueConstraints = @UniqueConstraint(name = "uk_card", columnNames = {"card", "reference"}))
class CardPayment extends Payment {
  String card;
}

@Entity
class CashPayment extends Payment {
  int coins;
  @ManyToOne Payment previous;
}

@Entity
@SecondaryTable(name = "customer_notes", pkJoinColumns = @PrimaryKeyJoinColumn(name = "customer_id"))
class Customer {
  @Id Long id;
  String name;
  @Column(table = "customer_notes", length = 1000) String note;
  @Column(table = "customer_notes", nullable = false) int rating;
}
