package sets.embeddableinheritance;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

@Embeddable
@DiscriminatorColumn(name = "animal_type")
@DiscriminatorValue("animal")
class Animal {
  int age;
  String name;
}

@Embeddable
@DiscriminatorValue("cat")
class Cat extends Animal {
  int lives;

  @Column(nullable = false)
  String whisk;
}

@Embeddable
class Dog extends Animal {
  @ManyToOne Own master;
  Boolean good;
}

@Embeddable
class Puppy extends Dog {
  @Basic(optional = false)
  String toy;

  long len;
}

@Entity
class Own {
  @Id Long id;
  @Embedded Animal pet;
}

@Entity
class Own2 {
  @Id Long id;

  @Embedded
  @AttributeOverride(name = "{discriminator}", column = @Column(name = "pt"))
  @AttributeOverride(name = "lives", column = @Column(name = "nine"))
  Animal pet;

  @ElementCollection List<Animal> pets;
  @ElementCollection Set<Animal> petSet;
  @ElementCollection Map<String, Animal> petMap;
}

@Embeddable
class Plain {
  int p;
}

@Embeddable
class PlainSub extends Plain {
  int q;
}

@Entity
class HasPlain {
  @Id Long id;
  Plain plain;
  @ElementCollection @OrderColumn List<Plain> plains;
}

@MappedSuperclass
class EmbBase {
  int b;
}

@Embeddable
class OnBase extends EmbBase {
  int c;
}

@Entity
class HasOnBase {
  @Id Long id;
  OnBase ob;
}

@Embeddable
@DiscriminatorColumn(name = "k", discriminatorType = DiscriminatorType.CHAR, length = 7)
@DiscriminatorValue("a")
class CharD {
  int x;
}

@Embeddable
@DiscriminatorValue("b")
class CharD2 extends CharD {
  int y;
}

@Embeddable
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("1")
abstract class IntD {
  int x1;
}

@Embeddable
@DiscriminatorValue("2")
class IntD2 extends IntD {
  int y1;
}

@Entity
class HasD {
  @Id Long id;
  CharD cd;
  IntD intd;
}
