package sets.overriddenkeys;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Person {
  @Id Long id;
}

@Entity
class Firm {
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

  @ManyToOne Person owner;

  @ManyToOne
  @JoinColumn(name = "keeper_id", foreignKey = @ForeignKey(name = "fk_keeper"))
  Person keeper;

  @ManyToOne
  @JoinColumn(name = "free_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  Person free;
}

/** What an override does not say of the foreign key is not said at all. */
@Entity
@AssociationOverride(
    name = "owner",
    joinColumns = @JoinColumn(name = "owned_by"),
    foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
@AssociationOverride(
    name = "keeper",
    joinColumns = @JoinColumn(name = "kept_by", foreignKey = @ForeignKey(name = "fk_inner")))
@AssociationOverride(
    name = "free",
    joinColumns = @JoinColumn(name = "freed_by"),
    foreignKey = @ForeignKey(name = "fk_free"))
class Door extends Guarded {
  @AssociationOverride(
      name = "guard",
      joinColumns = @JoinColumn(name = "guarded_by"),
      foreignKey = @ForeignKey(name = "fk_door_guard"))
  @AssociationOverride(name = "chief", joinColumns = @JoinColumn(name = "chief_of"))
  @Embedded
  Watch watch;
}
