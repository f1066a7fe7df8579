package shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.Struct;

@Entity
public class Item {
  @Id private Long id;

  @ElementCollection private List<Money> prices;

  @Embeddable
  @Struct(name = "money_value")
  public static class Money {
    private long amount;
    private String currency;
  }
}
