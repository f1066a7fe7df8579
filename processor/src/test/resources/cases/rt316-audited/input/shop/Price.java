package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.envers.Audited;

@Entity
public class Price {
  @Id private Long id;

  @Audited private Long amount;
}
