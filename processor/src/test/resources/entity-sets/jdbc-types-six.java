// Hibernate 6.6
package sets.jdbctypessix;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.JdbcType;
import org.hibernate.dialect.*;

enum Mood {
  SAD,
  OK,
  HAPPY
}

enum Lvl {
  LOW,
  HIGH
}

@Entity
class N4 {
  @Id Long id;

  @JdbcType(PostgreSQLEnumJdbcType.class)
  Mood a;

  @JdbcType(PostgreSQLOrdinalEnumJdbcType.class)
  Lvl b;

  @JdbcType(PostgreSQLEnumJdbcType.class)
  @Column(columnDefinition = "mood")
  Mood c;

  @JdbcType(PostgreSQLInetJdbcType.class)
  java.net.InetAddress ia;
}
