package sets.joinedinverse;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class Owner {
  @Id Long id;

  @OneToMany(mappedBy = "owner")
  @OnDelete(action = OnDeleteAction.CASCADE)
  Set<Part> parts;

  @OneToMany(mappedBy = "named")
  @OnDelete(action = OnDeleteAction.CASCADE)
  List<Part> namedParts;

  @OneToMany(mappedBy = "free")
  @OnDelete(action = OnDeleteAction.CASCADE)
  List<Part> freeParts;

  @OneToMany(mappedBy = "plain")
  List<Part> plainParts;

  @OneToMany(mappedBy = "kept")
  @OnDelete(action = OnDeleteAction.SET_NULL)
  List<Part> keptParts;

  @OneToMany(mappedBy = "half")
  @OnDelete(action = OnDeleteAction.CASCADE)
  @OrderColumn(name = "place")
  List<Part> halfParts;
}

@Entity
class Part {
  @Id Long id;

  @ManyToOne
  @JoinTable(name = "part_owner")
  Owner owner;

  @ManyToOne
  @JoinTable(
      name = "part_named",
      joinColumns = @JoinColumn(name = "part"),
      inverseJoinColumns = @JoinColumn(name = "own"),
      foreignKey = @ForeignKey(name = "fk_part"),
      inverseForeignKey = @ForeignKey(name = "fk_own"))
  Owner named;

  @ManyToOne
  @JoinTable(
      name = "part_free",
      foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT),
      inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  Owner free;

  @ManyToOne
  @JoinTable(name = "part_plain")
  @OnDelete(action = OnDeleteAction.CASCADE)
  Owner plain;

  @ManyToOne
  @JoinTable(name = "part_kept")
  Owner kept;

  @ManyToOne(optional = false)
  @JoinTable(name = "part_half")
  Owner half;
}
