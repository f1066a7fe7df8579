package sets.serializedarrays;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Mood {
  SAD,
  OK,
  HAPPY
}

class Ser implements java.io.Serializable {
  int x;
}

@Entity
class N1 {
  @Id Long id;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Enumerated(EnumType.STRING)
  List<Mood> a;

  List<Ser> sers;
  Ser[] serArr;
  Set<java.io.Serializable> plain;
}
