package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "invoices")
public class Invoice {
  @Id private Long id;
  private String number;
  @jakarta.persistence.ManyToOne @jakarta.persistence.JoinColumn(name = "item_id", foreignKey = @jakarta.persistence.ForeignKey(name = "invoices_item"))
  private Item item;
}
