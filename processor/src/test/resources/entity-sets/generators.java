package sets.generators;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;
@Entity class TabA { @Id @GeneratedValue(generator = "a") @GenericGenerator(name = "a", strategy = "identity") Long id; }
@Entity class TabB { @Id @GeneratedValue(strategy = GenerationType.IDENTITY, generator = "b") @GenericGenerator(name = "b", strategy = "native") Long id; }
@Entity class TabC { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "c") @GenericGenerator(name = "c", strategy = "org.hibernate.id.enhanced.SequenceStyleGenerator", parameters = {@Parameter(name = "sequence_name", value = "c_sequence"), @Parameter(name = "increment_size", value = "7"), @Parameter(name = "optimizer", value = "none")}) Long id; }
@Entity class TabE { @Id @GeneratedValue(generator = "e") @SequenceGenerator(name = "e", sequenceName = "e_s", allocationSize = 3) Long id; }
@Entity class TabF { @Id @GeneratedValue(generator = "uuid2") String id; }
@Entity class TabG { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "nowhere") Long id; }
@Entity class TabH { @Id @GeneratedValue(strategy = GenerationType.AUTO, generator = "nowhere2") Long id; }
@Entity class TabI { @Id @GeneratedValue(generator = "i") @GenericGenerator(name = "i", strategy = "enhanced-sequence", parameters = {@Parameter(name = "increment_size", value = "10"), @Parameter(name = "optimizer", value = "hilo")}) Long id; }
@Entity class TabJ { @Id @GeneratedValue(generator = "t") @TableGenerator(name = "t", table = "ids", pkColumnName = "k", valueColumnName = "v") Long id; }
@Entity class TabK { @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id; }
@Entity class TabL { @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = "t") Long id; }
@Entity @SequenceGenerator(name = "m", sequenceName = "m_s") class TabM { @Id @GeneratedValue Long id; }
@Entity @Table(name = "nn") class TabN { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) @SequenceGenerator(name = "n") Long id; }
@Entity class TabO { @Id @GeneratedValue(generator = "o") @GenericGenerator(name = "o", strategy = "increment") Long id; }
@Entity class TabP { @Id @GeneratedValue(generator = "p") @GenericGenerator(name = "p", strategy = "enhanced-sequence", parameters = @Parameter(name = "sequence_per_entity_suffix", value = "_sq")) Long id; }
