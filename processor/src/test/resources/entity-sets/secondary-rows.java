package sets.secondaryrows;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
@SecondaryTable(name = "details")
@SecondaryTable(name = "moreDetails")
@SecondaryRow(table = "details", optional = false)
@SecondaryRow(table = "moreDetails", owned = false)
class Article {
  @Id Long id;
  @Column(table = "details", nullable = false) String text;
  @Column(table = "details") int number;
  @Column(table = "moreDetails") String more;
}
@Entity
@SecondaryTable(name = "one_detail")
@SecondaryRow(owned = false, optional = false)
class One {
  @Id @GeneratedValue Long id;
  @Column(table = "one_detail", unique = true) Long number;
}
