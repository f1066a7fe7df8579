package sets.namedenums;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Named by its class, in lower case; the labels sorted. */
enum TicketState {
  OPEN,
  IN_PROGRESS,
  done,
  CLOSED
}

/** In the order of declaration. */
enum Urgency {
  LOW,
  NORMAL,
  HIGH,
  CRITICAL
}

enum Colour {
  RED,
  GREEN,
  BLUE
}

class Outer {
  enum Mood_Of$Day {
    Sunny,
    RAINY
  }
}

@Entity
class Ticket {
  @Id Long id;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  TicketState state;

  /** The same type again, whatever @Enumerated says. */
  @Enumerated(EnumType.ORDINAL)
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  @Column(nullable = false, length = 20)
  TicketState before;

  @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
  @ColumnDefault("'NORMAL'")
  Urgency urgency;

  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  @Column(unique = true)
  Outer.Mood_Of$Day mood;

  @ElementCollection
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  Set<Colour> colours;

  @Embedded Paint paint;

  String title;
}

@Embeddable
class Paint {
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  Colour colour;
}

/** A key of an enum type, and a reference to it. */
@Entity
class Queue {
  @Id
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  TicketState id;

  @ManyToOne Queue next;
}
