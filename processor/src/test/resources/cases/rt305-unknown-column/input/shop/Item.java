package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(indexes = {@Index(name = "by_colour", columnList = "color"), @Index(name = "by_no", columnList = "item_no")})
public class Item {
  @Id private Long id;
  private String colour;
  private int itemNo;
}
