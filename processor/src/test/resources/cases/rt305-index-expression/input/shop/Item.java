package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(indexes = @Index(name = "by_title", columnList = "lower(title)"))
public class Item {
  @Id private Long id;
  private String title;
  private String code;
}
