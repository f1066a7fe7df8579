// Hibernate 7
package sets.tenants;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
class Account {
  @Id Long id;
  @TenantId String tenant;
}

@Entity
class Parted {
  @Id Long id;
  @PartitionKey @Column(name = "part", length = 20) String partition;
  @ManyToOne Account account;
}

@Entity
@Inheritance
class PartedRoot {
  @Id String id;
  @PartitionKey @TenantId String tenant;
  @PartitionKey int month;
}

@Entity
class PartedLeaf extends PartedRoot {
  int more;
}

@Entity
class Wide {
  @Id Long id;
  @TenantId @Column(name = "tenant_key", length = 36, nullable = true) String tenantId;
  @OneToMany @JoinColumn(name = "wide") List<Account> accounts;
}

@MappedSuperclass
abstract class Tenanted {
  @TenantId @Column(updatable = false) String tenant;
}

@Entity
class Inherited extends Tenanted {
  @Id @GeneratedValue Long id;
  @ManyToOne Account account;
}

@Entity
@Inheritance
class Root extends Tenanted {
  @Id Long id;
}

@Entity
class Leaf extends Root {
  String name;
}

@Entity
@IdClass(PartOfKey.Key.class)
class PartOfKey {
  @Id Long id;
  @Id @TenantId String tenant;

  record Key(Long id, String tenant) {}
}

@Entity
class UnderTable {
  @Id Long id;
  @ManyToOne PartOfKey part;
}
