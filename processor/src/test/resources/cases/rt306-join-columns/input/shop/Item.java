package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
public class Item {
  @Id private Long id;

  @ManyToOne
  @JoinColumn(name = "shelf_a")
  @JoinColumn(name = "shelf_b")
  private Shelf shelf;
}
