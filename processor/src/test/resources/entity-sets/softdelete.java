// Hibernate 7
package sets.softdelete;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.type.*;

@Entity
@SoftDelete
class Plain {
  @Id Long id;
  String name;
}

@Entity
@SoftDelete(columnName = "is_gone", strategy = SoftDeleteType.DELETED)
class Named {
  @Id Long id;
}

@Entity
@SoftDelete(strategy = SoftDeleteType.ACTIVE)
class Active {
  @Id Long id;
}

@Entity
@SoftDelete(strategy = SoftDeleteType.TIMESTAMP, columnName = "deletedAt")
class Stamped {
  @Id Long id;
}

@Entity
@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
class StampedPlain {
  @Id Long id;
}

@Entity
@SoftDelete(converter = YesNoConverter.class)
class YesNo {
  @Id Long id;
}

@Entity
@SoftDelete(converter = NumericBooleanConverter.class, columnName = "`Is Gone`")
class Numeric {
  @Id Long id;
}

@Entity
@SoftDelete(converter = TrueFalseConverter.class, strategy = SoftDeleteType.ACTIVE, columnName = "alive")
class TrueFalse {
  @Id Long id;
}

@MappedSuperclass
@SoftDelete(columnName = "removed")
abstract class Removable {
  @Id Long id;
}

@Entity
class Inherits extends Removable {
  @ElementCollection @SoftDelete(converter = YesNoConverter.class) Set<String> tags;
  @ElementCollection @SoftDelete List<String> notes;
  @ManyToMany @SoftDelete(columnName = "gone") Set<Plain> plains;
  @ElementCollection @OrderColumn @SoftDelete List<String> ordered;
  @ElementCollection @SoftDelete(strategy = SoftDeleteType.ACTIVE) Map<String, Integer> numbers;
}

@Entity
@Inheritance
@SoftDelete
class Single {
  @Id Long id;
}

@Entity
class SingleChild extends Single {
  String more;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@SoftDelete
class Joined {
  @Id Long id;
}

@Entity
class JoinedChild extends Joined {
  String more;
}
