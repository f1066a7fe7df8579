package sets.idclassmembers;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;
import org.hibernate.annotations.processing.Exclude;

/* attributes that belong to the id because the id class has them, without an @Id of their own */
@Entity
@Exclude
class Customer {
  @Id @GeneratedValue Integer id;
}

@Entity
@IdClass(PurchaseId.class)
class Purchase {
  @Id @ManyToOne Customer customer;
  @Id int number;
}

class PurchaseId implements Serializable {
  Integer customer;
  int number;
}

@Entity
@IdClass(PaymentId.class)
class Payment {
  @Id @ManyToOne Purchase purchase;

  @Basic
  @Column(length = 30)
  String account;

  String note;
}

class PaymentId implements Serializable {
  PurchaseId purchase;
  String account;
}

/* the id class is that of the association: an attribute of the same name as one of its is its own */
@Entity
@IdClass(PurchaseId.class)
class Receipt {
  @Id @OneToOne Purchase purchase;
  int number;
}

@Entity
class Owner {
  @EmbeddedId OwnerId id;
}

@Embeddable
class OwnerId implements Serializable {
  String first;
  String last;
}

@Entity
@IdClass(OwnerId.class)
class Record_ {
  @Id @OneToOne Owner owner;
  String last;
}
