// Hibernate 6.6
package sets.overriddentables;

import jakarta.persistence.*;

@Entity
class Person {
  @Id Long id;
}

@Entity
class Firm {
  @Id Long id;
}

@Entity
class Town {
  @Id Long id;
}

@Embeddable
class Watch {
  @ManyToOne Person guard;

  @ManyToOne
  @JoinColumn(name = "chief_id", foreignKey = @ForeignKey(name = "fk_chief"))
  Firm chief;
}

@MappedSuperclass
class Guarded {
  @Id Long id;

  @OneToOne Town town;
}

/** An override without join columns brings a table, be it one that only states a foreign key. */
@Entity
@AssociationOverride(name = "town", foreignKey = @ForeignKey(name = "fk_gate_town"))
class Gate extends Guarded {
  @AssociationOverride(name = "guard", foreignKey = @ForeignKey(name = "fk_gate_guard"))
  @AssociationOverride(name = "chief", foreignKey = @ForeignKey(name = "fk_gate_chief"))
  @Embedded
  Watch watch;
}
