package sets.quotedgenerators;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;

@Entity(name = "Usr")
@Table(name = "app_user", schema = "auth")
@SequenceGenerator(name = "usr_gen", sequenceName = "auth.usr_seq", allocationSize = 10)
class User {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "usr_gen")
  Long id;

  @Column(name = "eMail", unique = true, nullable = false, length = 320)
  String email;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(schema = "auth")
  Set<String> roles;

  @ManyToMany
  @JoinTable(schema = "auth", uniqueConstraints = @UniqueConstraint(columnNames = {"friends_id"}))
  List<User> friends;

  @OneToMany(mappedBy = "user")
  Map<String, Address2> addresses;

  @ManyToOne
  @JoinColumn(foreignKey = @ForeignKey(name = "FK_User_Boss"))
  User boss;

  @OneToOne(cascade = CascadeType.PERSIST, orphanRemoval = true)
  @JoinColumn(name = "prim_addr")
  Address2 primary;
}

@Entity
@Table(name = "`Address`")
class Address2 {
  @Id
  @GeneratedValue(strategy = GenerationType.TABLE, generator = "addr")
  @TableGenerator(
      name = "addr",
      table = "ids",
      pkColumnName = "k",
      valueColumnName = "v",
      pkColumnValue = "addr",
      allocationSize = 5)
  Integer id;

  @ManyToOne User user;

  @Column(name = "ZIP_Code")
  String zipCode;

  String HTMLText;
  String aBC;
  String x1;
  String x1Y2z;

  @Column(name = "`Mixed Case`")
  int mixed;

  @ElementCollection Map<User, String> perUser;
  @ManyToMany Set<User> manyUsers;
  @ElementCollection @OrderColumn List<String> lineItems;
}

@Entity
class HTTPLog2Entry {
  @Id @GeneratedValue long id;
  @ManyToOne HTTPLog2Entry parentEntry;
  @ManyToOne Address2 someAddress;
  @OneToMany List<HTTPLog2Entry> subEntries;
  @ElementCollection Set<Duration> timesTaken;
  @Embedded Em emPart;

  @Embedded
  @AttributeOverride(name = "innerText", column = @Column(name = "otherInner"))
  @AttributeOverride(name = "deepOne.deepText", column = @Column(name = "otherDeep"))
  @AssociationOverride(name = "logRef", joinColumns = @JoinColumn(name = "otherLog"))
  Em emOther;
}

@Embeddable
class Em {
  String innerText;
  Deep deepOne;
  @ManyToOne HTTPLog2Entry logRef;
  @OneToMany Set<Address2> embAddrs;
}

@Embeddable
class Deep {
  String deepText;
  @ElementCollection Set<String> deepTags;
}

@Entity
class A_B {
  @Id
  @GeneratedValue(strategy = GenerationType.AUTO)
  Short id;

  Integer other;

  @ManyToOne
  @JoinColumn(name = "log")
  HTTPLog2Entry l;
}
