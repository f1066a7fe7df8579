package sets.genericmembers;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@MappedSuperclass
abstract class Gen<K extends Serializable> {
  @Id @GeneratedValue K id;
}

@MappedSuperclass
abstract class GenU<K> {
  @Id @GeneratedValue K id;
}

@MappedSuperclass
abstract class GenUuid<K extends UUID> {
  @Id @GeneratedValue K id;
}

@MappedSuperclass
abstract class GenC<K extends Comparable<K>> {
  @Id @GeneratedValue K id;
}

@MappedSuperclass
abstract class GenN<K extends Number> {
  @Id @GeneratedValue K id;
}

@Entity
class E1 extends Gen<UUID> {}

@Entity
class E2 extends Gen<Long> {}

@Entity
class E4 extends GenU<UUID> {}

@Entity
class E5 extends GenU<Integer> {}

@Entity
class E7 extends GenC<UUID> {}

@Entity
class E8 extends GenC<Long> {}

@Entity
class E9 extends GenN<Long> {}

@Entity
class E10 extends Gen<String> {}

@MappedSuperclass
abstract class M<E extends Enum<E>, N extends Number, S extends Serializable, T, R> {
  @Id Long id;
  E e;
  N n;
  S s;
  @ElementCollection Set<E> es;
  @ElementCollection Map<E, N> map;
  @ElementCollection Map<S, T> map2;
  @ElementCollection List<T> ts;

  @Enumerated(EnumType.STRING)
  E estr;

  T t;
  @ManyToOne R r;
  @OneToMany Set<R> rs;
  @Basic List<S> arr;
}

enum K {
  A,
  B
}

@Entity
class ME extends M<K, Integer, String, Long, E2> {}

@Entity
class ME2 extends M<K, java.math.BigDecimal, UUID, java.time.LocalDate, ME> {}

@Embeddable
class GE<V> {
  V v;
  int w;
}

@Entity
class MG {
  @Id Long id;
  GE<String> s;

  @Embedded
  @AttributeOverride(name = "v", column = @Column(name = "v2"))
  @AttributeOverride(name = "w", column = @Column(name = "w2"))
  GE<Integer> i;

  @ElementCollection Set<GE<Long>> ge;
}
