package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Product {
  @Id private Long id;

  private Money price;

  private Weight weight;
}
