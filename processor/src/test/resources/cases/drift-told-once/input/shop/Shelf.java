package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(name = "shelves", indexes = @Index(name = "shelves_by_name", columnList = "name"))
public class Shelf {
  @Id private Long id;

  @Column(unique = true)
  private String name;
}
