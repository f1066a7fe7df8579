package shop;

import jakarta.persistence.Entity;

@Entity
public class NoId {
  private String name;
}
