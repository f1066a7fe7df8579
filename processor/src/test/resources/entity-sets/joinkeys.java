package sets.joinkeys;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"region", "shop_number"}))
class Shop implements Serializable {
  @Id @GeneratedValue Long id;
  @Column(length = 12) String region;
  @Column(name = "shop_number") int number;
  String code;
  @Column(unique = true, length = 8) String tag;
  @Embedded Place place;
  @ManyToOne Shop parent;
  @OneToMany(mappedBy = "byCode") List<Sale> sales;
  @OneToMany @JoinColumn(name = "shop_tag", referencedColumnName = "tag") List<Sale> byTag;
  @ManyToMany
  @JoinTable(name = "shop_sales", joinColumns = @JoinColumn(name = "shop_code", referencedColumnName = "code"), inverseJoinColumns = @JoinColumn(name = "sale_number", referencedColumnName = "sale_no"))
  Set<Sale> shopSales;
  @ElementCollection
  @CollectionTable(name = "shop_names", joinColumns = @JoinColumn(name = "tag", referencedColumnName = "tag"))
  Set<String> names;
}

@Embeddable
class Place implements Serializable { String city; @Column(name = "post_code") String postCode; }

@Entity
class Sale implements Serializable {
  @Id Long id;
  @Column(name = "sale_no", nullable = false) String number;
  @ManyToOne @JoinColumn(referencedColumnName = "code") Shop byCode;
  @ManyToOne @JoinColumn(name = "t", referencedColumnName = "tag") Shop byTag;
  @ManyToOne
  @JoinColumn(name = "r", referencedColumnName = "region")
  @JoinColumn(name = "n", referencedColumnName = "shop_number")
  Shop byBoth;
  @ManyToOne
  @JoinColumn(name = "c", referencedColumnName = "city")
  @JoinColumn(name = "p", referencedColumnName = "post_code")
  Shop byPlace;
  @OneToOne @JoinColumn(name = "one", referencedColumnName = "code") Shop one;
  @OneToOne
  @JoinColumn(name = "one_r", referencedColumnName = "region")
  @JoinColumn(name = "one_n", referencedColumnName = "shop_number")
  Shop oneBoth;
}

@Entity
class Depot implements Serializable {
  @Id Long id;
  int alpha;
  String zeta;
  @Column(name = "a_column", length = 7) String late;
}

@Entity
class Delivery {
  @Id Long id;
  @ManyToOne
  @JoinColumn(name = "z", referencedColumnName = "zeta")
  @JoinColumn(name = "a", referencedColumnName = "alpha")
  @JoinColumn(name = "l", referencedColumnName = "a_column")
  Depot depot;
}
