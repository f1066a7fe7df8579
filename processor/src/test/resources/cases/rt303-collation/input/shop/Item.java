package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Collate;

@Entity
public class Item {
  @Id private Long id;

  @Collate("de-x-icu")
  private String name;
}
