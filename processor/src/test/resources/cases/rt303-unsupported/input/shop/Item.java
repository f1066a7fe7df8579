package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.JoinFormula;

@Entity
public class Item {
  @Id private Long id;

  @ManyToOne
  @JoinFormula("id - 1")
  private Item previous;
}
