package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Item {
  @Id private Long id;

  @Column(columnDefinition = "serial primary key")
  private Integer number;
}
