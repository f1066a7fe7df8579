// Hibernate 7
package sets.freekeynames;

import jakarta.persistence.*;

/** Unnamed keys whose first names are taken. */
@Entity
@Table(name = "usr")
class User {
  @Id Long id;

  @Column(name = "account_name", unique = true)
  String accountName;
}

@Entity
@Table(name = "usr_account", uniqueConstraints = @UniqueConstraint(columnNames = {"name", "id"}))
class Account {
  @Id Long id;

  @Column(unique = true)
  String name;
}

@Entity
@Table(name = "usr_account_name", check = @CheckConstraint(constraint = "id > 0"))
class AccountName {
  @Id Long id;

  @Column(unique = true, check = @CheckConstraint(constraint = "id > 1"))
  Long id_key;
}

@Entity
@Table(name = "w")
class Short {
  @Id
  @GeneratedValue(generator = "w")
  @SequenceGenerator(name = "w", sequenceName = "w_pkey")
  Long id;

  @Column(unique = true)
  String pkey;
}
