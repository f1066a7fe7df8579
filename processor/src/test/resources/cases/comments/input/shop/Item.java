package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "items", comment = "what is sold")
public class Item {
  @Id
  @Column(comment = "the number on the label, which the till reads by its laser, several times a second")
  private Long id;

  private String name;

  @Column(comment = "in cents")
  private Long price;
}
