package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(indexes = @Index(name = "by_title", columnList = "title desc nulls last"))
public class Box {
  @Id private Long id;
  private String title;
  private String code;
}
