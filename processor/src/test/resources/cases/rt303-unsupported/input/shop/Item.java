package shop;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Entity
public class Item {
  @Id private Long id;

  @Struct(name = "money")
  private Money price;

  @Embeddable
  public static class Money {
    private long amount;
    private String currency;
  }
}
