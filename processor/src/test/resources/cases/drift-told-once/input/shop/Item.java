package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "items", indexes = @Index(name = "items_by_size", columnList = "size"))
public class Item {
  enum Size {
    SMALL,
    LARGE
  }

  @Id private Long id;

  @Column(columnDefinition = "bigint default 0")
  private Long amount;

  @Enumerated(EnumType.STRING)
  private Size size;

  @ManyToOne private Shelf shelf;
}
