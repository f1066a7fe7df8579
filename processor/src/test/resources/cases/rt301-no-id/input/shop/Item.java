package shop;

import jakarta.persistence.Entity;

@Entity
public class Item {
  private String name;
}
