package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

@Entity
public class Part {
  @Id
  @GeneratedValue(generator = "numbers")
  @SequenceGenerator(name = "numbers", allocationSize = 1)
  private Long id;
}
