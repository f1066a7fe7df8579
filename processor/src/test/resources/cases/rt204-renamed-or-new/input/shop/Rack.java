package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Rack {
  @Id private Long id;
  private String place;
  private int width;
  private int height;
}
