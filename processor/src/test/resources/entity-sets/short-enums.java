package sets.shortenums;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;

enum Grade {
  A,
  B,
  C
}

/** Names of enums in columns of length 1. */
@Entity
class Exam {
  @Id Integer id;

  @Enumerated(EnumType.STRING)
  @Column(length = 1)
  Grade grade;

  @Enumerated(EnumType.STRING)
  @Column(length = 2)
  Grade longer;

  @Column(length = 1)
  Grade number;

  @Column(length = 1)
  String text;

  @ElementCollection
  @Enumerated(EnumType.STRING)
  @Column(length = 1)
  Set<Grade> others;

  @ElementCollection
  @MapKeyEnumerated(EnumType.STRING)
  @MapKeyColumn(name = "kept", length = 1)
  Map<Grade, String> remarks;
}

/** What {@code @Temporal} says that the type says as well changes nothing. */
@Entity
class Stamps {
  @Id Integer id;

  @Temporal(TemporalType.TIMESTAMP)
  Instant instant;

  @Temporal(TemporalType.TIMESTAMP)
  OffsetDateTime shifted;

  @Temporal(TemporalType.TIMESTAMP)
  ZonedDateTime zoned;

  @Temporal(TemporalType.TIMESTAMP)
  LocalDateTime local;

  @Temporal(TemporalType.DATE)
  LocalDate day;

  @Temporal(TemporalType.TIME)
  LocalTime time;

  @Temporal(TemporalType.TIMESTAMP)
  java.sql.Timestamp timestamp;
}
