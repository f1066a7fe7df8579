package shop;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.envers.Audited;

@MappedSuperclass
@Audited
public class Watched {
  @Id private Long id;
}
