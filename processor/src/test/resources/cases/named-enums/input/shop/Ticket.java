package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
public class Ticket {
  enum State {
    OPEN,
    IN_PROGRESS,
    CLOSED
  }

  enum Urgency {
    LOW,
    HIGH
  }

  enum Colour {
    RED,
    GREY
  }

  @Id private Long id;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  private State state;

  @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
  @ColumnDefault("'LOW'")
  private Urgency urgency;

  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  private Colour colour;
}
