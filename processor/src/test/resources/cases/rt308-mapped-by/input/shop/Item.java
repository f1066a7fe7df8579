package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;

@Entity
public class Item {
  @Id private Long id;

  @OneToMany(mappedBy = "itm")
  private List<Part> parts;
}
