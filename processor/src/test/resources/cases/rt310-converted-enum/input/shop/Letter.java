package shop;

import jakarta.persistence.AttributeConverter;

public class Letter implements AttributeConverter<Colour, String> {
  @Override
  public String convertToDatabaseColumn(Colour colour) {
    return colour.name().substring(0, 1);
  }

  @Override
  public Colour convertToEntityAttribute(String letter) {
    return letter.equals("R") ? Colour.RED : Colour.GREEN;
  }
}
