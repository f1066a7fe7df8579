// Hibernate 7
package sets.owngenerators;

import jakarta.persistence.*;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Properties;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.annotations.Parameter;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.id.enhanced.SequenceStyleGenerator;

class Numbers extends SequenceStyleGenerator {
  @Override
  public void configure(GeneratorCreationContext context, Properties parameters) {
    parameters.setProperty(INITIAL_PARAM, "1000");
    parameters.setProperty(INCREMENT_PARAM, "20");
    super.configure(context, parameters);
  }
}

class Rows extends org.hibernate.id.enhanced.TableGenerator {}


@IdGeneratorType(Numbers.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Numbered {}

@Entity
class Order1 {
  @Id
  @GeneratedValue(generator = "order_numbers")
  @GenericGenerator(name = "order_numbers", type = Numbers.class)
  Long id;
}

@Entity
class Order2 {
  @Id
  @GeneratedValue(generator = "stated")
  @GenericGenerator(
      name = "stated",
      type = Numbers.class,
      parameters = @Parameter(name = "sequence_name", value = "stated_numbers"))
  Long id;
}

@Entity
class Order3 {
  @Id @Numbered Long id;
}

@Entity
class Order4 {
  @Id
  @GeneratedValue(generator = "rows")
  @GenericGenerator(name = "rows", type = Rows.class)
  Long id;
}
