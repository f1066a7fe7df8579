package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "items")
public class Item {
  @Id private Long id;

  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  private Mood mood;

  enum Mood {
    GOOD
  }
}
