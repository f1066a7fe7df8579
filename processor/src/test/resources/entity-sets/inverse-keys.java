package sets.inversekeys;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class A {
  @Id Long id;

  @ManyToMany
  @OnDelete(action = OnDeleteAction.CASCADE)
  Set<B> bs;

  @ManyToMany
  @JoinTable(name = "ab2", inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  Set<B> bs2;

  @ManyToMany
  @NotFound(action = NotFoundAction.IGNORE)
  @JoinTable(name = "ab3")
  Set<B> bs3;

  @ManyToMany
  @JoinTable(
      name = "ab4",
      foreignKey = @ForeignKey(name = "own4"),
      inverseForeignKey = @ForeignKey(name = "inv4"))
  Set<B> bs4;

  @ElementCollection
  @JoinTable(name = "a_names", joinColumns = @JoinColumn(name = "aa"))
  Set<String> names;

  @OneToMany
  @JoinTable(name = "ao", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  Set<B> one;

  @OneToMany(mappedBy = "a")
  @OnDelete(action = OnDeleteAction.CASCADE)
  Set<B> inverse;

}

@Entity
@Table(name = "`B`")
class B {
  @Id Long id;

  @ManyToMany(mappedBy = "bs")
  @OnDelete(action = OnDeleteAction.CASCADE)
  Set<A> as;

  @ManyToMany(mappedBy = "bs2")
  Set<A> as2;

  @ManyToMany(mappedBy = "bs3")
  Set<A> as3;

  @ManyToMany(mappedBy = "bs4")
  Set<A> as4;

  @ManyToOne
  @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  A a;

}
