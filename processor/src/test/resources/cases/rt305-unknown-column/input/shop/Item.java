package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(indexes = @Index(name = "items_by_colour", columnList = "color"))
public class Item {
  @Id private Long id;
  private String colour;
}
