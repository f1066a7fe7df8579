package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Shelf {
  @Id Long id;

  @JdbcTypeCode(SqlTypes.JSON)
  List<String> labels;
}
