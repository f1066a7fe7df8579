package shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.CollectionType;

@Entity
public class Item {
  @Id private Long id;

  @ElementCollection
  @CollectionType(type = Rows.class)
  private List<Long> numbers;
}
