package sets.onetooneids;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Entity
class A {
  @Id UUID id;
}

@Entity
class B {
  @Id Long id;
}

@Embeddable
class Pair implements Serializable {
  UUID a;
  Long n;
}

@Entity
class Whole {
  @EmbeddedId Pair id;
}

@Entity
class PartOfId {
  @EmbeddedId Pair id;

  @MapsId("a")
  @OneToOne
  A a;
}

@Entity
class NamedPartOfId {
  @EmbeddedId Pair id;

  @MapsId("a")
  @OneToOne
  @JoinColumn(name = "a_fk")
  A a;
}

@Embeddable
class Associated implements Serializable {
  UUID a;
  Long b;
}

@Entity
class AllOfId {
  @EmbeddedId Associated id;

  @MapsId("a")
  @OneToOne
  A a;

  @MapsId("b")
  @OneToOne(optional = false)
  B b;
}

@Entity
class StatedUnique {
  @EmbeddedId Pair id;

  @MapsId("a")
  @OneToOne
  @JoinColumn(unique = true)
  A a;

  @MapsId("n")
  @ManyToOne
  @JoinColumn(name = "bn", unique = true)
  B b;
}

@Entity
@IdClass(Pair.class)
class ByIdClass {
  @Id @OneToOne A a;

  @Id Long n;
}

@Entity
class WithoutIdClass implements Serializable {
  @Id @OneToOne A a;

  @Id Long n;
}

@Entity
class Alone {
  @Id @OneToOne A a;

  @OneToOne B b;
}

@Embeddable
class Nested implements Serializable {
  Pair whole;
  Long m;
}

@Entity
class CompositePart {
  @EmbeddedId Nested id;

  @MapsId("whole")
  @OneToOne
  Whole whole;
}

@Embeddable
class Holding implements Serializable {
  @OneToOne A a;

  @OneToOne(optional = false)
  @JoinColumn(name = "the_b")
  B b;

  long n;
}

@Entity
class AssociationsInside {
  @EmbeddedId Holding id;
}
