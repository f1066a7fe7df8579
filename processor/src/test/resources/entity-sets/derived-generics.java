package sets.derivedgenerics;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

/* generics + inheritance + embeddables + overrides + derived ids */
@Embeddable
class Money<C extends Serializable> {
  BigDecimal amount;
  C currencyCode;
}

@MappedSuperclass
abstract class Audited<U, K extends Serializable> {
  @Version int lockVersion;
  @ManyToOne @JoinColumn(name = "created_by") U creator;
  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "audit_amount", precision = 9, scale = 3))
  Money<String> auditCost;
  abstract K key();
}

@Embeddable
class OrderKey implements Serializable {
  Long customerId;
  @Column(name = "order_no", length = 12) String number;
}

@Entity
class Customer extends Audited<Customer, Long> {
  @Id @GeneratedValue Long id;
  @OneToMany(mappedBy = "customer") @OrderBy("number DESC") List<PurchaseOrder> orders;
  Long key() { return id; }
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "order_kind", discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("P")
class PurchaseOrder extends Audited<Customer, OrderKey> {
  @EmbeddedId OrderKey id;
  @MapsId("customerId") @ManyToOne(optional = false) Customer customer;
  @Basic(optional = false) LocalDate placedOn;
  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL) @MapKey(name = "lineNo") Map<Integer, OrderLine> lines;
  @Transient public String getNumber() { return id.number; }
  @Column(name = "number", insertable = false, updatable = false) String number;
  OrderKey key() { return id; }
}

@Entity
@DiscriminatorValue("R")
@PrimaryKeyJoinColumn(name = "ret_customer", referencedColumnName = "customer_id")
@PrimaryKeyJoinColumn(name = "ret_number", referencedColumnName = "order_no")
class ReturnOrder extends PurchaseOrder {
  @OneToOne
  @JoinColumn(name = "orig_no", referencedColumnName = "order_no")
  @JoinColumn(name = "orig_customer", referencedColumnName = "customer_id")
  PurchaseOrder original;
  @ElementCollection @CollectionTable(name = "return_reasons") @Enumerated(EnumType.STRING) @Column(name = "reason", length = 30)
  Set<Reason> reasons;
}

enum Reason { BROKEN { }, LATE, WRONG_ITEM }

class LineKey implements Serializable {
  OrderKey order;
  int lineNo;
  public boolean equals(Object o) { return o instanceof LineKey; }
  public int hashCode() { return 1; }
}

@Entity
@IdClass(LineKey.class)
class OrderLine {
  @Id @ManyToOne
  @JoinColumn(name = "o_customer", referencedColumnName = "customer_id")
  @JoinColumn(name = "o_number", referencedColumnName = "order_no")
  PurchaseOrder order;
  @Id int lineNo;
  @Embedded @AttributeOverride(name = "currencyCode", column = @Column(name = "cur", nullable = false)) Money<Integer> price;
}

@MappedSuperclass
abstract class Base<ID extends Comparable<ID> & Serializable> {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) ID id;
  @Column(updatable = false) ZonedDateTime createdAt;
}

@MappedSuperclass
abstract class Named<ID extends Comparable<ID> & Serializable, P extends Base<ID>> extends Base<ID> {
  @Column(nullable = false, length = 80) String name;
  @ManyToOne(fetch = FetchType.LAZY) P parent;
  @OneToMany(mappedBy = "parent") Set<P> children;
}

@Entity
@AssociationOverride(name = "parent", joinColumns = @JoinColumn(name = "parent_folder", foreignKey = @ForeignKey(name = "fk_folder_parent")))
@AttributeOverride(name = "name", column = @Column(name = "folder_name", unique = true))
class Folder extends Named<Long, Folder> {
  @Override public int hashCode() { return 3; }
}

@Entity
class Tag extends Named<Integer, Tag> {
  @ManyToMany @JoinTable(inverseJoinColumns = @JoinColumn(name = "f", nullable = true), uniqueConstraints = @UniqueConstraint(columnNames = {"f", "Tag_id"}))
  Set<Folder> folders;
}
