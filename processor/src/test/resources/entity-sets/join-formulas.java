package sets.joinformulas;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinColumnsOrFormulas;
import org.hibernate.annotations.JoinFormula;

@Entity
class Prod {
  @Id Long id;
  String alt;

  @ManyToOne
  @JoinFormula(value = "(select max(p.id) from prod p)", referencedColumnName = "id")
  Prod best;

  @ManyToOne
  @JoinColumnsOrFormulas({
    @JoinColumnOrFormula(formula = @JoinFormula(value = "'de'", referencedColumnName = "lang")),
    @JoinColumnOrFormula(column = @JoinColumn(name = "desc_id", referencedColumnName = "id"))
  })
  Descr descr;

  @ManyToOne
  @JoinColumnOrFormula(column = @JoinColumn(name = "plain_fk", nullable = false))
  Prod plain;

  @ManyToOne
  @JoinColumnOrFormula(formula = @JoinFormula("alt_num"))
  Prod f2;

  @OneToOne
  @JoinColumnsOrFormulas({
    @JoinColumnOrFormula(column = @JoinColumn(name = "only_id", referencedColumnName = "id")),
    @JoinColumnOrFormula(formula = @JoinFormula(value = "'en'", referencedColumnName = "lang"))
  })
  Descr only;

  @ManyToOne
  @JoinFormula(value = "lower(alt)", referencedColumnName = "code")
  Coded coded;
}

@Entity
class Coded {
  @Id Long id;

  @Column(name = "code")
  String code;
}

@Entity
@IdClass(DescrId.class)
class Descr {
  @Id Long id;
  @Id String lang;
  String text;
}

class DescrId implements java.io.Serializable {
  Long id;
  String lang;

  public boolean equals(Object o) {
    return true;
  }

  public int hashCode() {
    return 1;
  }
}
