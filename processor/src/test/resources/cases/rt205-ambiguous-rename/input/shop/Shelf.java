package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Shelf {
  @Id private Long id;
  private String place;
  private int width;
}
