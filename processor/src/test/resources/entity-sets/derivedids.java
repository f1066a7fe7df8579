package sets.derivedids;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

/* Jakarta Persistence 3.2, section 2.4.1.3, examples 1 to 6, and what people make of them. */

// Example 1: parent with a simple id.
@Entity class Employee1 { @Id long empId; String empName; }

class DependentId1 implements Serializable { String name; long emp; }

@Entity @IdClass(DependentId1.class)
class Dependent1a {
  @Id String name;
  @Id @ManyToOne Employee1 emp;
}

@Embeddable class DependentKey1 implements Serializable { String name; long empPK; }

@Entity
class Dependent1b {
  @EmbeddedId DependentKey1 id;
  @MapsId("empPK") @ManyToOne Employee1 emp;
}

// Example 2: parent with an id class.
class EmployeeId2 implements Serializable { String forename; String surname; }

@Entity @IdClass(EmployeeId2.class)
class Employee2 { @Id String forename; @Id String surname; }

class DependentId2 implements Serializable { String name; EmployeeId2 emp; }

@Entity @IdClass(DependentId2.class)
class Dependent2a {
  @Id String name;
  @Id
  @JoinColumns({
    @JoinColumn(name = "FK1", referencedColumnName = "forename"),
    @JoinColumn(name = "FK2", referencedColumnName = "surname")})
  @ManyToOne Employee2 emp;
}

@Embeddable class EmployeeKey2 implements Serializable { String forename; String surname; }

@Embeddable class DependentKey2 implements Serializable { String name; EmployeeKey2 empPK; }

@Entity
class Dependent2b {
  @EmbeddedId DependentKey2 id;
  @MapsId("empPK")
  @JoinColumns({
    @JoinColumn(name = "FK1", referencedColumnName = "forename"),
    @JoinColumn(name = "FK2", referencedColumnName = "surname")})
  @ManyToOne Employee2 emp;
}

// Example 3: parent with an embedded id.
@Embeddable class EmployeeId3 implements Serializable { String forename; String surname; int number; }

@Entity class Employee3 { @EmbeddedId EmployeeId3 empId; }

class DependentId3 implements Serializable { String name; EmployeeId3 emp; }

@Entity @IdClass(DependentId3.class)
class Dependent3a {
  @Id @Column(name = "dep_name") String name;
  @Id @ManyToOne Employee3 emp;
}

@Embeddable class DependentKey3 implements Serializable { String name; EmployeeId3 empPK; }

@Entity
class Dependent3b {
  @EmbeddedId
  @AttributeOverride(name = "name", column = @Column(name = "dep_name", length = 40))
  DependentKey3 id;
  @MapsId("empPK") @ManyToOne Employee3 emp;
}

// Example 4: the dependent's id is the parent's simple id.
@Entity class Person4 { @Id String ssn; }

@Entity
class MedicalHistory4a {
  @Id @OneToOne Person4 patient;
  String doctor;
}

@Entity
class MedicalHistory4b {
  @Id String id;
  @MapsId @OneToOne @JoinColumn(name = "FK") Person4 patient;
}

// Example 5: the same with an id class.
class PersonId5 implements Serializable { String forename; String surname; }

@Entity @IdClass(PersonId5.class)
class Person5 { @Id String forename; @Id @Column(length = 30) String surname; }

@Entity @IdClass(PersonId5.class)
class MedicalHistory5a {
  @Id
  @JoinColumn(name = "FK1", referencedColumnName = "forename")
  @JoinColumn(name = "FK2", referencedColumnName = "surname")
  @OneToOne Person5 patient;
}

@Embeddable class PersonKey5 implements Serializable { String forename; String surname; }

@Entity
class MedicalHistory5b {
  @EmbeddedId PersonKey5 id;
  @MapsId
  @JoinColumn(name = "FK1", referencedColumnName = "forename")
  @JoinColumn(name = "FK2", referencedColumnName = "surname")
  @OneToOne Person5 patient;
}

// Example 6: the same with an embedded id.
@Embeddable class PersonId6 implements Serializable { String forename; String surname; }

@Entity class Person6 { @EmbeddedId PersonId6 id; }

@Entity @IdClass(PersonId6.class)
class MedicalHistory6a {
  @Id @OneToOne
  @JoinColumn(name = "FK1", referencedColumnName = "forename")
  @JoinColumn(name = "FK2", referencedColumnName = "surname")
  Person6 patient;
}

@Entity
class MedicalHistory6b {
  @EmbeddedId PersonId6 id;
  @MapsId @OneToOne
  @JoinColumn(name = "FK1", referencedColumnName = "forename")
  @JoinColumn(name = "FK2", referencedColumnName = "surname")
  Person6 patient;
}

// Chains, several parents, references to derived ids.
@Entity
class Grandchild {
  @EmbeddedId GrandchildKey id;
  @MapsId("parent") @ManyToOne Dependent2b parent;
  @ManyToOne Dependent1a other;
  @ElementCollection Set<String> tags;
}

@Embeddable class GrandchildKey implements Serializable { DependentKey2 parent; int position; }

@Entity class Order_ { @Id @GeneratedValue Long id; @OneToMany(mappedBy = "order") List<Line> lines; }

@Entity class Product { @Id @GeneratedValue UUID id; }

@Embeddable record LineKey(Long orderId, UUID productId) implements Serializable {}

@Entity
class Line {
  @EmbeddedId LineKey id;
  @MapsId("orderId") @ManyToOne(optional = false) @JoinColumn(name = "order_ref") Order_ order;
  @MapsId("productId") @ManyToOne Product product;
  int quantity;
  @OneToMany(mappedBy = "line") Set<Shipment> shipments;
}

@Entity
class Shipment {
  @Id Long id;
  @ManyToOne Line line;
}

record EnrolmentId(Long student, Integer course) implements Serializable {}

@Entity class Student { @Id Long id; }

@Entity class Course { @Id Integer id; }

@Entity @IdClass(EnrolmentId.class)
class Enrolment {
  @Id @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = "fk_student")) Student student;
  @Id @ManyToOne Course course;
  @OneToOne Enrolment previous;
}

@Entity
class Passport {
  @Id Long id;
  @MapsId @OneToOne(fetch = FetchType.LAZY, optional = false) Student student;
  @OneToOne(mappedBy = "passport") Visa visa;
}

@Entity
class Visa {
  @Id Long id;
  @MapsId @OneToOne Passport passport;
}

@MappedSuperclass
abstract class Owned<T> {
  @Id Long id;
  @MapsId @OneToOne T owner;
}

@Entity class StudentNote extends Owned<Student> { String text; }

@Entity @Inheritance(strategy = InheritanceType.JOINED)
class Base {
  @EmbeddedId LineKey id;
  @MapsId("orderId") @ManyToOne Order_ order;
}

@Entity class Derived extends Base { String more; }
