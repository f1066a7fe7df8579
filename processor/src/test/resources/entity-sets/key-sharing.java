package sets.keysharing;

import jakarta.persistence.*;

@Entity
class Target {
  @Id Long id;
}

@Entity
class Named {
  @Id Long id;

  @OneToOne(optional = false)
  @PrimaryKeyJoinColumn(foreignKey = @ForeignKey(name = "fk_named"))
  Target target;
}

@Entity
class Without {
  @Id Long id;

  @OneToOne(optional = false)
  @PrimaryKeyJoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  Target target;
}

@Entity
class Several {
  @Id Long id;

  @OneToOne(optional = false)
  @PrimaryKeyJoinColumns(
      foreignKey = @ForeignKey(name = "fk_several"),
      value = @PrimaryKeyJoinColumn)
  Target target;
}

@Entity
class Twofold {
  @Id Long id;

  @OneToOne(optional = false)
  @PrimaryKeyJoinColumn(foreignKey = @ForeignKey(name = "fk_key"))
  @JoinColumn(name = "id", foreignKey = @ForeignKey(name = "fk_join"))
  Target target;
}

@Entity
class Joined {
  @Id Long id;

  @OneToOne(optional = false)
  @JoinColumn(name = "id", foreignKey = @ForeignKey(name = "fk_joined"))
  Target target;
}
