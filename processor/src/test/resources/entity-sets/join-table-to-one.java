package sets.jointabletoone;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class Owner { @Id Long id; }

@Entity
class Part {
  @Id Long id;

  @ManyToOne
  @JoinTable(name = "part_named", joinColumns = @JoinColumn(name = "part"), inverseJoinColumns = @JoinColumn(name = "own"),
      foreignKey = @ForeignKey(name = "fk_part"), inverseForeignKey = @ForeignKey(name = "fk_own"))
  Owner named;

  @ManyToOne
  @JoinTable(name = "part_cols", joinColumns = @JoinColumn(name = "part", foreignKey = @ForeignKey(name = "fk_partc")), inverseJoinColumns = @JoinColumn(name = "own", foreignKey = @ForeignKey(name = "fk_ownc")))
  Owner cols;

  @ManyToOne
  @JoinTable(name = "part_free", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT), inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  Owner free;

  @ManyToOne
  @JoinTable(name = "part_jc")
  @JoinColumn(name = "ownjc", foreignKey = @ForeignKey(name = "fk_jc"))
  Owner jc;

  @OneToOne
  @JoinTable(name = "part_one", foreignKey = @ForeignKey(name = "fk_part1"), inverseForeignKey = @ForeignKey(name = "fk_own1"))
  Owner one;

  @OneToOne
  @JoinTable(name = "part_onefree", inverseJoinColumns = @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
  Owner onefree;

  @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE)
  @JoinTable(name = "part_del")
  Owner del;

  @ManyToOne @OnDelete(action = OnDeleteAction.SET_NULL)
  @JoinTable(name = "part_setnull")
  Owner setnull;
}
@Entity
class More {
  @Id Long id;

  @ManyToOne
  @JoinTable
  Owner unnamed;

  @ManyToOne @org.hibernate.annotations.NotFound(action = org.hibernate.annotations.NotFoundAction.IGNORE)
  @JoinTable(name = "more_nf")
  Owner notFound;

  @ManyToOne
  @JoinTable(name = "more_nocon")
  @JoinColumn(name = "x", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  Owner nocon;

  @ManyToOne(optional = false)
  @JoinTable(name = "more_must", joinColumns = @JoinColumn(name = "more"))
  @JoinColumn(name = "must", nullable = true)
  Owner must;

  @ManyToOne
  @JoinTable(name = "more_dup", joinColumns = @JoinColumn(name = "more"), inverseJoinColumns = @JoinColumn(name = "ignored"))
  @JoinColumn(name = "dup", unique = true)
  Owner dup;
}
