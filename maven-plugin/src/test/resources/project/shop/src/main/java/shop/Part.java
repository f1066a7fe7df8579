package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import stock.Numbered;

@Entity
@Table(name = "parts")
public class Part implements Numbered {

  @Id private String number;

  @Override
  public String number() {
    return number;
  }
}
