package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

@Entity
public class Item {
  @Id
  @GeneratedValue(generator = "numbers")
  @SequenceGenerator(name = "numbers")
  private Long id;
}
