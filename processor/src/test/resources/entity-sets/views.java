// Hibernate 7
package sets.views;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CascadeType;
import org.hibernate.annotations.Immutable;

@Entity
class Sale { @Id @GeneratedValue Long id; Integer amount; String shop; @ManyToOne Summary summary; }

@Entity
@Immutable
@Subselect("select shop, sum(amount) as total from Sale group by shop")
@Synchronize("Sale")
class Summary {
  @Id String shop;
  Long total;
  @ManyToOne Sale first;
  @ElementCollection Set<String> remarks;
  @OneToMany(mappedBy = "summary") Set<Sale> sales;
}

@Entity
@Immutable
class Frozen { @Id Long id; @Immutable String text; @Immutable @ElementCollection Set<String> tags; }

@Entity
@SQLRestriction("gone = false")
@SQLDelete(sql = "update Filtered set gone = true where id = ?")
@FilterDef(name = "f", parameters = @ParamDef(name = "p", type = String.class))
@Filter(name = "f", condition = "shop = :p")
@DynamicUpdate
@OptimisticLocking(type = OptimisticLockType.DIRTY)
@BatchSize(size = 10)
@NaturalIdCache
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
@RowId
@ConcreteProxy
class Filtered {
  @Id Long id;
  boolean gone;
  @NaturalId @Column(length = 9) String shop;
  @OptimisticLock(excluded = true) String note;
  @ManyToOne @Fetch(FetchMode.SELECT) @LazyGroup("g") Frozen frozen;
  @OneToMany @SQLJoinTableRestriction("1 = 1") @SQLOrder("id") @Cascade(CascadeType.ALL) Set<Frozen> many;
  @ElementCollection @SortNatural SortedSet<String> sorted;
  @ElementCollection @Bag List<String> bag;
  @Embedded Owned owned;
}


@Embeddable
class Owned {
  @Parent Filtered parent;
  String text;
}

@Entity
@Inheritance
@DiscriminatorFormula("case when amount > 1 then 'A' else 'B' end")
class ByFormula { @Id Long id; int amount; }

@Entity @DiscriminatorValue("A") class ByFormulaA extends ByFormula { String a; int required; }

@Entity @DiscriminatorValue("B") class ByFormulaB extends ByFormula { String b; }

@Entity
@Inheritance
@DiscriminatorOptions(force = true, insert = false)
@DiscriminatorColumn(name = "kind", columnDefinition = "varchar(5)")
class ByOptions { @Id Long id; }

@Entity class ByOptionsA extends ByOptions { String a; }
