package sets.keyoverrides;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class Target {
  @Id Long id;
}

/** Overrides of an association with their foreign key. */
@MappedSuperclass
abstract class Referring {
  @Id Long id;

  @ManyToOne
  @JoinColumn(name = "target_id")
  Target target;

}

@Entity
@AssociationOverride(
    name = "target",
    joinColumns = @JoinColumn(name = "t"),
    foreignKey = @ForeignKey(name = "fk_beside_columns"))
class KeyBesideColumns extends Referring {}

/** An association that is part of an id class stays as it is. */
@IdClass(Named.Key.class)
@MappedSuperclass
abstract class Named {
  @Id
  @ManyToOne(optional = false)
  @JoinColumn(name = "target_id")
  Target target;

  @Id String name;

  static class Key implements Serializable {
    Long target;
    String name;

    @Override
    public boolean equals(Object other) {
      return other == this;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }
}

@Entity
@AssociationOverride(name = "target", foreignKey = @ForeignKey(name = "fk_of_id_alone"))
class IdKeyAlone extends Named {}

@Entity
@AssociationOverride(
    name = "target",
    joinColumns = @JoinColumn(name = "id_target"),
    foreignKey = @ForeignKey(name = "fk_of_id"))
class IdKeyBesideColumns extends Named {}

@MappedSuperclass
abstract class ById {
  @Id
  @ManyToOne
  @JoinColumn(name = "target_id")
  Target target;
}

@Entity
@AssociationOverride(
    name = "target",
    joinColumns = @JoinColumn(name = "only_target"),
    foreignKey = @ForeignKey(name = "fk_of_only_id"))
class OnlyKey extends ById {}
