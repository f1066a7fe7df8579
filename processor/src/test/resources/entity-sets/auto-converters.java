package sets.autoconverters;

import jakarta.persistence.*;
import java.util.*;

interface Coded {
  String code();
}

record Colour(String code) implements Coded {}

class Size implements Coded {
  public String code() { return ""; }
}

@Converter(autoApply = true)
class CodedConverter implements AttributeConverter<Coded, String> {
  public String convertToDatabaseColumn(Coded c) { return ""; }
  public Coded convertToEntityAttribute(String s) { return null; }
}

@Converter(autoApply = true)
class StringsConverter implements AttributeConverter<List<String>, String> {
  public String convertToDatabaseColumn(List<String> l) { return ""; }
  public List<String> convertToEntityAttribute(String s) { return null; }
}

@Converter(autoApply = true)
class LongsConverter implements AttributeConverter<List<Long>, byte[]> {
  public byte[] convertToDatabaseColumn(List<Long> l) { return null; }
  public List<Long> convertToEntityAttribute(byte[] b) { return null; }
}

@Converter(autoApply = true)
class CountsConverter implements AttributeConverter<Map<String, Integer>, String> {
  public String convertToDatabaseColumn(Map<String, Integer> m) { return ""; }
  public Map<String, Integer> convertToEntityAttribute(String s) { return null; }
}

@Converter(autoApply = true)
class FloatConverter implements AttributeConverter<Float, String> {
  public String convertToDatabaseColumn(Float f) { return ""; }
  public Float convertToEntityAttribute(String s) { return null; }
}

@Entity
class Article {
  @Id Long id;
  Colour colour;
  Size size;
  Coded coded;
  List<String> strings;
  List<Long> longs;
  List<Integer> integers;
  Map<String, Integer> counts;
  float weight;
  Float height;
  @ElementCollection Set<Colour> colours;
  @ElementCollection Map<Size, Integer> stock;
}
