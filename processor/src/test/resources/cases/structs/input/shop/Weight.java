package shop;

import jakarta.persistence.Embeddable;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "weight")
public class Weight {
  private Integer grams;
}
