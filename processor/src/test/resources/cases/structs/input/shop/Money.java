package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "price")
public class Money {
  @Column(precision = 19, scale = 2)
  private java.math.BigDecimal amount;

  @Column(length = 5)
  private String currency;

  private String unit;
}
