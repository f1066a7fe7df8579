package sets.overrides;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Embeddable class Deep { @Column(name = "deep_text", length = 5) String text; int number; @ManyToOne Other link; }

@Embeddable
class Middle {
  String label;
  @Embedded
  @AttributeOverride(name = "text", column = @Column(name = "middle_text", length = 6))
  Deep deep;
}

@Embeddable
class Top {
  @Embedded
  @AttributeOverride(name = "deep.number", column = @Column(name = "top_number"))
  @AssociationOverride(name = "deep.link", joinColumns = @JoinColumn(name = "top_link"))
  Middle middle;
  @ElementCollection Set<String> words;
}

@Entity class Other { @Id Long id; @Column(unique = true) String code; }

@MappedSuperclass
abstract class Mapped<T> {
  @Embedded Deep inherited;
  @ManyToOne Other other;
  @ManyToMany Set<Other> others;
  @ElementCollection Set<String> names;
  @Column(length = 9) String text;
  T generic;
}

@Entity
@AttributeOverrides({
  @AttributeOverride(name = "inherited.text", column = @Column(name = "entity_text", nullable = false)),
  @AttributeOverride(name = "inherited.number", column = @Column(name = "entity_number", unique = true)),
  @AttributeOverride(name = "text", column = @Column(name = "own_text", length = 10, columnDefinition = "text")),
  @AttributeOverride(name = "top.middle.label", column = @Column(name = "entity_label")),
  @AttributeOverride(name = "generic", column = @Column(name = "generic_value", precision = 12, scale = 4))})
@AssociationOverride(name = "other", joinColumns = @JoinColumn(name = "other_code", referencedColumnName = "code"), foreignKey = @ForeignKey(name = "fk_other"))
@AssociationOverride(name = "inherited.link", joinColumns = @JoinColumn(name = "inherited_link", nullable = false))
@AssociationOverride(name = "others", joinTable = @JoinTable(name = "entity_others", joinColumns = @JoinColumn(name = "e"), inverseJoinColumns = @JoinColumn(name = "o")))
class Entity_ extends Mapped<java.math.BigDecimal> {
  @Id Long id;
  @Embedded Top top;
  @Embedded
  @AttributeOverride(name = "middle.label", column = @Column(name = "second_label"))
  @AttributeOverride(name = "middle.deep.text", column = @Column(name = "second_text", length = 7))
  @AttributeOverride(name = "middle.deep.number", column = @Column(name = "second_number", nullable = false))
  @AssociationOverride(name = "middle.deep.link", joinColumns = @JoinColumn(name = "second_link"), foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  SecondTop second;
  @ElementCollection
  @AttributeOverride(name = "text", column = @Column(name = "element_text"))
  @AssociationOverride(name = "link", joinColumns = @JoinColumn(name = "element_link"))
  List<Deep> deeps;
  @ElementCollection
  @AttributeOverride(name = "value.deep.text", column = @Column(name = "value_text"))
  @AttributeOverride(name = "key", column = @Column(name = "map_key", length = 3))
  Map<String, Middle> byKey;
}

@Embeddable
class SecondTop {
  @Embedded Middle middle;
}

@Entity
class Plain extends Mapped<Integer> { @Id Long id; }

@Embeddable class IdPart implements Serializable { String a; long b; }

@Entity
class OverriddenId {
  @EmbeddedId
  @AttributeOverride(name = "a", column = @Column(name = "id_a", length = 4))
  @AttributeOverride(name = "b", column = @Column(name = "id_b"))
  IdPart id;
  @ManyToOne OverriddenId parent;
}

@MappedSuperclass abstract class WithId { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id; @Version long version; }

@Entity @AttributeOverride(name = "id", column = @Column(name = "renamed_id")) @AttributeOverride(name = "version", column = @Column(name = "v", columnDefinition = "bigint default 0"))
class RenamedId extends WithId { @OneToMany(mappedBy = "owner") Set<Owned> owned; }

@Entity class Owned { @Id Long id; @ManyToOne RenamedId owner; @ManyToOne @JoinColumn(name = "second", referencedColumnName = "renamed_id") RenamedId second; }

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@AttributeOverride(name = "id", column = @Column(name = "joined_id"))
class JoinedRoot extends WithId { String r; }

@Entity
class JoinedLeaf extends JoinedRoot { String l; }
