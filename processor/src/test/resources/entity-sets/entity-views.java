package sets.entityviews;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Immutable;

@Entity
class Sale { @Id @GeneratedValue Long id; Integer amount; String shop; }

@Entity
@Immutable
@View(query = "select shop, sum(amount) as total from Sale group by shop")
@Synchronize("Sale")
class ShopTotal {
  @Id String shop;
  Long total;
}

@Entity
@jakarta.persistence.Table(name = "dear_sales")
@View(query = """
    select id, amount -- in cents
    from Sale where amount > 100
    """)
class DearSale {
  @Id Long id;
  Integer amount;
}
