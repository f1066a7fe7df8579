// Hibernate 7
package sets.propertyrefs;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.PropertyRef;

@Embeddable
class FullName { String last; @Column(name = "given_name", length = 80) String first; }

@Entity
class Person {
  @Id Long id;
  @Column(name = "ssn_no", length = 20) String ssn;
  @Column(unique = true) Integer number;
  FullName name;
  @ManyToOne Country country;
}

@Entity class Country { @Id String iso; }

@Entity
class Tax {
  @Id Long id;
  @ManyToOne @PropertyRef("ssn") Person person;
  @ManyToOne @PropertyRef("number") @JoinColumn(name = "person_number", foreignKey = @ForeignKey(name = "fk_number")) Person numbered;
  @OneToOne @PropertyRef("name") @JoinColumn(name = "l", referencedColumnName = "last") @JoinColumn(name = "f", referencedColumnName = "given_name") Person named;
}
@Entity
class Tax3 {
  @Id Long id;
  @OneToOne(optional = false) @PropertyRef("ssn") Person one;
}
@Entity
class Tax4 {
  @Id Long id;
  @ManyToOne @PropertyRef("ssn") @JoinTable(name = "tax_table") Person tabled;
  @ManyToOne @PropertyRef("id") Person byId;
}
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"last", "given_name"}))
class Citizen {
  @Id @Column(length = 40) String id;
  @Embedded FullName name;
  @Column(unique = true, length = 12) String code;
  @Column(unique = true, precision = 10, scale = 3) java.math.BigDecimal amount;
  @Column(unique = true) java.time.LocalDateTime at;
}
@Entity
class Vote {
  @Id Long id;
  @ManyToOne @PropertyRef("name") @JoinColumn(name = "a") @JoinColumn(name = "b") Citizen named;
  @ManyToOne @PropertyRef("code") Citizen coded;
  @ManyToOne @PropertyRef("amount") Citizen amounted;
  @ManyToOne @PropertyRef("at") @JoinColumn(name = "at") Citizen at;
  @ManyToOne @PropertyRef("code") @JoinColumn(nullable = false) Citizen nameless;
  @OneToOne @PropertyRef("code") @JoinColumn(name = "one_code", columnDefinition = "varchar(77)") Citizen defined;
}
