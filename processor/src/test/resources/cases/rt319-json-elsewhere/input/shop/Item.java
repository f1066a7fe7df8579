package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

@Entity
class Item {
  @Id Long id;
  List<String> colours;
}
