// Hibernate 7
package sets.enumlabels;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Mood {
  SAD("s"),
  OK("o"),
  HAPPY("h");
  @EnumeratedValue final String code;

  Mood(String c) {
    code = c;
  }
}

enum Plain {
  B,
  A
}

@Entity
class N3 {
  @Id Long id;

  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  @Enumerated(EnumType.STRING)
  Mood a;

  @JdbcType(org.hibernate.dialect.type.PostgreSQLEnumJdbcType.class)
  @Enumerated(EnumType.STRING)
  Mood d;

  @JdbcType(org.hibernate.dialect.type.PostgreSQLEnumJdbcType.class)
  Plain e;

  @Column(columnDefinition = "plain")
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  Plain f;
}
