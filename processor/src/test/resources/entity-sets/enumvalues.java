// Hibernate 7
package sets.enumvalues;

import jakarta.persistence.*;
import java.util.*;

enum Code {
  RED("r"), GREEN("g"), BLUE_ISH("it's");
  @EnumeratedValue final String code;
  Code(String code) { this.code = code; }
}

enum Number {
  ONE(1), TEN(10), HUNDRED(100);
  @EnumeratedValue final int value;
  Number(int value) { this.value = value; }
}

enum Small {
  A((byte) 3), B((byte) 4);
  @EnumeratedValue final byte value;
  Small(byte value) { this.value = value; }
}

enum Short_ {
  A((short) 3), B((short) 40);
  @EnumeratedValue final short value;
  Short_(short value) { this.value = value; }
}

enum Plain { X, Y { void m() {} }, Z; }

enum Single { ONLY }

enum Many {
  A0, A1, A2, A3, A4, A5, A6, A7, A8, A9
}

@Entity
class Thing {
  @Id Long id;
  @Enumerated(EnumType.STRING) Code code;
  @Enumerated(EnumType.STRING) Code codeText;
  @Enumerated(EnumType.STRING) @Column(length = 5) Code codeShort;
  Number number;
  @Enumerated(EnumType.ORDINAL) Number numberOrdinal;
  Small small;
  Short_ short_;
  Plain plain;
  @Enumerated(EnumType.STRING) Plain plainText;
  @Enumerated(EnumType.STRING) @Column(nullable = false, name = "`Plain Text`") Plain plainQuoted;
  Single single;
  @Enumerated(EnumType.STRING) Single singleText;
  Many many;
  @Enumerated(EnumType.STRING) @Column(columnDefinition = "varchar(30)") Many defined;
  @ElementCollection @Enumerated(EnumType.STRING) Set<Code> codes;
  @ElementCollection @Enumerated(EnumType.STRING) Map<Number, Plain> byNumber;
  @ElementCollection @MapKeyEnumerated(EnumType.STRING) Map<Plain, Number> byPlain;
}
