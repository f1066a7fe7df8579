package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(name = "items", indexes = @Index(name = "item_names", columnList = "name"))
public class Item {
  @Id private Long id;
  private String name;
}
