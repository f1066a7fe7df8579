package shop;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Item {
  @Id private Long id;

  @Convert(converter = Letter.class)
  private Colour colour;
}
