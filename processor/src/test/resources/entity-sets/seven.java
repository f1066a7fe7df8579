// Hibernate 7: what Jakarta Persistence 3.2 adds, and what Hibernate 6.6 makes differently
package sets.seven;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;

@Entity
class Author {
  @Id Long id;
  String code;
  @Column(secondPrecision = 3) Instant preciseInstant;
  @Column(secondPrecision = 6) LocalTime preciseTime;
}

@Entity
class Book {
  @Id Long id;
  @ManyToOne @JoinColumn(name = "editor_code", referencedColumnName = "code") Author editor;
}
