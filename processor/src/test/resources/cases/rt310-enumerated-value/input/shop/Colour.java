package shop;

import jakarta.persistence.EnumeratedValue;

public enum Colour {
  RED,
  GREEN;

  @EnumeratedValue private final String code;

  Colour() {
    code = name().substring(0, 1);
  }
}
