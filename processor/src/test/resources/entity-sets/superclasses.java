package sets.superclasses;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.*;

@MappedSuperclass
abstract class Root<K extends Serializable> {
  @Id @Column(name = "root_id") K id;
  @Version Integer version;
}

@MappedSuperclass
abstract class Named<K extends Serializable, N> extends Root<K> {
  N name;
  @ElementCollection Set<N> aliases;
}

@MappedSuperclass
abstract class Treed<K extends Serializable, T extends Treed<K, T>> extends Named<K, String> {
  @ManyToOne T parent;
  @OneToMany(mappedBy = "parent") List<T> children;
  @ManyToMany Set<T> related;
}

class NotMapped extends Plain {
  String ignored;
}

@MappedSuperclass
abstract class Plain {
  String plain;
}

@Entity
class Category extends Treed<Long, Category> {
  String title;
}

@Entity
class Tag extends Treed<UUID, Tag> {}

@Entity
class Price extends Named<String, BigDecimal> {}

@Entity
class Through extends NotMapped {
  @Id Long id;
}

@MappedSuperclass
abstract class Holder<T, E extends Enum<E>> {
  @Id Long id;
  @Enumerated(EnumType.STRING) E kind;
  T[] values() { return null; }
}

enum Kind { P, Q }

@Embeddable class Money { BigDecimal amount; @Column(length = 3) String currency; }

@Embeddable class Pair<A, B> { A former; B latter; }

@Entity
class MoneyHolder extends Holder<Money, Kind> {
  @Embedded Pair<String, Integer> pair;
  @Embedded
  @AttributeOverride(name = "former", column = @Column(name = "other_left"))
  @AttributeOverride(name = "latter", column = @Column(name = "other_right"))
  Pair<UUID, Boolean> other;
}

@MappedSuperclass
abstract class Between extends Base {
  String between;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract class Base {
  @Id @GeneratedValue Long id;
  String base;
}

@Entity class First extends Between { String first; }

@Entity class Second extends Between { String second; @ManyToOne First link; }

@MappedSuperclass
abstract class SingleBetween extends SingleBase { int between; }

@Entity
@DiscriminatorColumn(name = "type")
abstract class SingleBase { @Id Long id; }

@Entity @DiscriminatorValue("one") class SingleOne extends SingleBetween { boolean one; }

@Entity @DiscriminatorValue("two's") class SingleTwo extends SingleBetween { String two; }

@MappedSuperclass
abstract class NoEffect { @Id Long id; }

@Entity class Alone extends NoEffect {}

@MappedSuperclass
@IdClass(CompositeKey.class)
abstract class Composite { @Id String a; @Id Long b; }

record CompositeKey(Long b, String a) implements Serializable {}

@Entity class CompositeOne extends Composite { @ManyToOne CompositeOne parent; }
