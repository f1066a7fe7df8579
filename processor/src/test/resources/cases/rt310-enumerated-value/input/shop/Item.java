package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

@Entity
public class Item {
  @Id private Long id;

  @Enumerated(EnumType.STRING)
  private Colour colour;
}
