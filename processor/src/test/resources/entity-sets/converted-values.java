package sets.convertedvalues;

import jakarta.persistence.*;
import java.util.*;

enum Currency {
  EUR("e"), USD("u"), CHF("it's");

  final String code;

  Currency(String code) { this.code = code; }

  public String getCode() { return code; }
}

enum Level {
  LOW(1), MIDDLE(20), HIGH(-3);

  private final int number;

  Level(int number) { this.number = number; }

  int number() { return this.number; }
}

enum Kind { PLAIN, FANCY, OTHER }

@Converter(autoApply = true)
class CurrencyConverter implements AttributeConverter<Currency, String> {
  public String convertToDatabaseColumn(Currency c) { return c == null ? null : c.getCode(); }
  public Currency convertToEntityAttribute(String s) { return null; }
}

@Converter(autoApply = true)
class LevelConverter implements AttributeConverter<Level, Integer> {
  public Integer convertToDatabaseColumn(Level l) {
    if (l == null) {
      return null;
    }
    return l.number();
  }
  public Level convertToEntityAttribute(Integer n) { return null; }
}

@Converter
class KindConverter implements AttributeConverter<Kind, String> {
  static final String FANCY = "f";

  public String convertToDatabaseColumn(Kind kind) {
    return switch (kind) {
      case PLAIN -> "p";
      case FANCY -> FANCY;
      default -> null;
    };
  }
  public Kind convertToEntityAttribute(String s) { return null; }
}

@Converter
class OldKindConverter implements AttributeConverter<Kind, Character> {
  public Character convertToDatabaseColumn(Kind kind) {
    switch (kind) {
      case PLAIN:
        return 'p';
      case FANCY:
      case OTHER:
        return 'o';
      default:
        throw new IllegalArgumentException();
    }
  }
  public Kind convertToEntityAttribute(Character s) { return null; }
}

@Converter
class LowerConverter implements AttributeConverter<Kind, String> {
  public String convertToDatabaseColumn(Kind kind) { return kind.name().toLowerCase(); }
  public Kind convertToEntityAttribute(String s) { return null; }
}

@Converter
class YesConverter implements AttributeConverter<Boolean, String> {
  public String convertToDatabaseColumn(Boolean b) { return b == null ? null : b ? "yes" : "no"; }
  public Boolean convertToEntityAttribute(String s) { return "yes".equals(s); }
}

@Converter
class NullConverter implements AttributeConverter<Boolean, String> {
  public String convertToDatabaseColumn(Boolean b) {
    return Boolean.TRUE.equals(b) ? "Y" : b == null ? "?" : "N";
  }
  public Boolean convertToEntityAttribute(String s) { return "Y".equals(s); }
}

@Converter
class NumberConverter implements AttributeConverter<Boolean, Integer> {
  public Integer convertToDatabaseColumn(Boolean b) {
    if (b != null && b) {
      return 1;
    } else {
      return 0;
    }
  }
  public Boolean convertToEntityAttribute(Integer s) { return s == 1; }
}

@Converter
class TrueOnlyConverter implements AttributeConverter<Boolean, String> {
  public String convertToDatabaseColumn(Boolean b) { return b != null && b ? "t" : null; }
  public Boolean convertToEntityAttribute(String s) { return s != null; }
}

@Entity
class Price {
  @Id Long id;
  Currency currency;
  @Column(nullable = false) Level level;
  @Convert(converter = KindConverter.class) Kind kind;
  @Convert(converter = OldKindConverter.class) Kind oldKind;
  @Convert(converter = LowerConverter.class) @Column(length = 10) Kind lower;
  @Convert(converter = YesConverter.class) Boolean yes;
  @Convert(converter = YesConverter.class) boolean surely;
  @Convert(converter = NullConverter.class) Boolean unknown;
  @Convert(converter = NumberConverter.class) Boolean number;
  @Convert(converter = TrueOnlyConverter.class) Boolean truth;
  @ElementCollection Set<Currency> currencies;
  @ElementCollection Map<Level, String> byLevel;
}
