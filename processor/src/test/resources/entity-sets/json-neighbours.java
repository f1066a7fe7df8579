package sets.jsonneighbours;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;

enum Mood { HAPPY, SAD }

enum Phase { NEW, OLD }

enum Tone { LOUD, LOW }

class Note implements Serializable {
  public String text;
}

class Remark implements Serializable {
  public String text;
}

class Sketch {
  public String lines;
}

@Entity
class Alpha {
  @Id Long id;
  @JdbcTypeCode(SqlTypes.JSON) List<String> atags;
  List<String> btags;
  @JdbcTypeCode(SqlTypes.JSON) List<String> ctags;
  Set<Long> afirst;
  @JdbcTypeCode(SqlTypes.JSON) Set<Long> bfirst;
  Set<Long> cfirst;
  @JdbcTypeCode(SqlTypes.JSON) Mood amood;
  Mood bmood;
  @Enumerated(EnumType.STRING) Mood cmood;
  Phase aphase;
  @JdbcTypeCode(SqlTypes.JSON) Phase bphase;
  Phase cphase;
  @JdbcTypeCode(SqlTypes.JSON) Note anote;
  Note bnote;
  Remark aremark;
  @JdbcTypeCode(SqlTypes.SQLXML) Remark bremark;
  @JdbcTypeCode(SqlTypes.JSON) Map<String, Object> amap;
  Map<String, Object> bmap;
  @JdbcTypeCode(SqlTypes.JSON) Sketch asketch;
  Sketch bsketch;
  @JdbcTypeCode(SqlTypes.JSON) Integer anumber;
  Integer bnumber;
  @JdbcTypeCode(SqlTypes.JSON) String[] awords;
  String[] bwords;
  @JdbcTypeCode(SqlTypes.JSON) int[] aints;
  int[] bints;
  @JdbcTypeCode(SqlTypes.SQLXML) Tone[] atones;
  Tone[] btones;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> dtags;
  @JdbcTypeCode(SqlTypes.VARBINARY) Note dnote;
}

@Entity
class Beta {
  @Id Long id;
  @JdbcTypeCode(SqlTypes.JSON) List<Long> longs;
  @ElementCollection List<Long> others;
  @Convert(converter = Joined.class) List<Long> text;
}

@Converter
class Joined implements AttributeConverter<List<Long>, String> {
  @Override
  public String convertToDatabaseColumn(List<Long> numbers) {
    return String.valueOf(numbers);
  }

  @Override
  public List<Long> convertToEntityAttribute(String text) {
    return List.of();
  }
}
