package shop;

import jakarta.persistence.*;

@Entity
class Shelf {
  @Id Long id;

  @ElementCollection
  @CollectionTable(name = "a_table_whose_name_is_longer_than_the_sixty_three_bytes_that_it_has_1")
  java.util.List<String> labels;

  @ElementCollection
  @CollectionTable(name = "a_table_whose_name_is_longer_than_the_sixty_three_bytes_that_it_has_2")
  java.util.List<String> notes;
}
