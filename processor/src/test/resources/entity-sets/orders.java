package sets.orders;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class Customer {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @NaturalId @Embedded Nat nat;

  @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
  @OnDelete(action = OnDeleteAction.CASCADE)
  List<Ord> orders;

  @OneToOne(mappedBy = "customer")
  Profile profile;

  @ManyToMany
  @JoinTable(
      name = "customer_tag",
      joinColumns = @JoinColumn(name = "cust", foreignKey = @ForeignKey(name = "fk_ct_c")),
      inverseJoinColumns = @JoinColumn(name = "tag", referencedColumnName = "label"),
      uniqueConstraints =
          @UniqueConstraint(
              name = "uq_ct",
              columnNames = {"tag"}),
      indexes = @Index(name = "ix_ct", columnList = "tag"))
  Set<Tag> tags;

  @ElementCollection
  @OnDelete(action = OnDeleteAction.CASCADE)
  @CollectionTable(
      name = "cust_phone",
      joinColumns = @JoinColumn(name = "cid"),
      uniqueConstraints = @UniqueConstraint(columnNames = {"cid", "number"}),
      indexes = @Index(columnList = "number DESC, kind"))
  List<Phone> phones;
}

@Embeddable
class Nat {
  @Column(nullable = false)
  String country;

  @ManyToOne Tag tag;

  @Column(length = 20)
  String nr;
}

@Embeddable
class Phone {
  String number;

  @Enumerated(EnumType.STRING)
  @Column(length = 8)
  PK kind;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "prov", foreignKey = @ForeignKey(name = "fk_prov"))
  Tag provider;
}

enum PK {
  HOME,
  WORK
}

@Entity
class Tag {
  @Id Long id;

  @Column(unique = true, nullable = false)
  String label;

  @ManyToMany(mappedBy = "tags")
  Set<Customer> customers;

  @ManyToOne
  @NotFound(action = NotFoundAction.IGNORE)
  Tag parent;
}

@Entity
@Table(
    name = "orders",
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"customer_id", "nr"}),
      @UniqueConstraint(name = "x", columnNames = "nr")
    },
    indexes = {
      @Index(columnList = "customer_id"),
      @Index(columnList = "placed desc, nr asc"),
      @Index(name = "u_ix", columnList = "nr, placed", unique = true)
    })
class Ord {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ord_gen")
  @SequenceGenerator(
      name = "ord_gen",
      sequenceName = "ord_seq",
      initialValue = 100,
      allocationSize = 1)
  Long id;

  @ManyToOne(optional = false, fetch = FetchType.LAZY)
  Customer customer;

  int nr;

  @Column(nullable = false)
  Instant placed;

  @ElementCollection
  @OrderColumn(name = "line_no")
  List<Line> lines;

  @Embedded Money total;

  @Embedded
  @AttributeOverrides({
    @AttributeOverride(
        name = "amount",
        column = @Column(name = "tax_amount", precision = 10, scale = 4)),
    @AttributeOverride(name = "currency", column = @Column(name = "tax_currency"))
  })
  Money tax;

  @ManyToOne
  @JoinColumn(name = "tag_label", referencedColumnName = "label")
  Tag byLabel;

  @Version Short ver;

  @OneToOne(cascade = CascadeType.ALL)
  @JoinColumn(unique = false)
  Profile prof;
}

@Embeddable
record Money(java.math.BigDecimal amount, Currency currency) {}

@Embeddable
class Line {
  @ManyToOne(optional = false)
  Tag product;

  int qty;
  @Embedded Money price;

  @Column(name = "`order`")
  int order;

  @Lob
  @Column(length = 1000)
  byte[] pic;

  @Lob
  @Basic(fetch = FetchType.LAZY)
  String note;
}

@Entity
class Profile {
  @Id Long id;

  @OneToOne
  @MapsId
  @JoinColumn(name = "customer_id")
  Customer customer;

  @Convert(converter = ListConv.class)
  List<String> likes;

  @Convert(converter = ListConv.class)
  @Column(columnDefinition = "text")
  List<String> dislikes;

  Map<String, String> none() {
    return null;
  }

  @ElementCollection(targetClass = String.class)
  Collection raw;

  @Column(length = 16)
  UUID u;

  @Column(precision = 5)
  Double d;

  @Column(precision = 5)
  float f;

  @Column(scale = 3)
  java.math.BigDecimal bd;

  @Temporal(TemporalType.DATE)
  Date date;

  @Temporal(TemporalType.TIME)
  Calendar cal;
}

class ListConv implements AttributeConverter<List<String>, String> {
  public String convertToDatabaseColumn(List<String> l) {
    return "";
  }

  public List<String> convertToEntityAttribute(String s) {
    return null;
  }
}
