package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Type;

@Entity
public class Item {
  @Id private Long id;

  @Type(RatingType.class)
  private Integer rating;

  @Type(RatingType.class)
  @Column(columnDefinition = "smallint")
  private Integer settled;
}
