package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Part {
  @Id private Long id;

  @ManyToOne private Item item;
}
