// Hibernate 7
package sets.access;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Entity
class FieldFirst {
  @Id private Long id;
  private String hidden;
  @Transient private String notHere;
  private transient String neither;
  static String shared;
  final String constant = "";

  @Access(AccessType.PROPERTY)
  @Column(name = "from_getter", length = 11)
  public String getComputed() { return ""; }
  public void setComputed(String value) {}

  @Column(length = 99)
  public String getHidden() { return hidden; }
  public void setHidden(String hidden) { this.hidden = hidden; }
}

@Entity
class PropertyFirst {
  private Long id;
  private String name;
  private boolean ready;
  private Boolean boxed;
  private String url;
  private int count;

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) public Long getId() { return id; }
  public void setId(Long id) { this.id = id; }
  @Column(nullable = false) public String getName() { return name; }
  public void setName(String name) { this.name = name; }
  public boolean isReady() { return ready; }
  public void setReady(boolean ready) { this.ready = ready; }
  public Boolean getBoxed() { return boxed; }
  public void setBoxed(Boolean boxed) { this.boxed = boxed; }
  public String getURL() { return url; }
  public void setURL(String url) { this.url = url; }
  protected int getCount() { return count; }
  protected void setCount(int count) { this.count = count; }
  @Transient public String getShown() { return name; }
  public static String getInstance() { return ""; }
  public String getWithArgument(int a) { return ""; }
  @ManyToOne @JoinColumn(name = "boss") public PropertyFirst getParent() { return null; }
  public void setParent(PropertyFirst parent) {}
  @OneToMany(mappedBy = "parent") public Set<PropertyFirst> getChildren() { return null; }
  public void setChildren(Set<PropertyFirst> children) {}
  @ElementCollection public List<String> getTags() { return null; }
  public void setTags(List<String> tags) {}
  @Embedded public ByField getInside() { return null; }
  public void setInside(ByField inside) {}
  public ByProperty getOther() { return null; }
  public void setOther(ByProperty other) {}
}

@Embeddable
@Access(AccessType.FIELD)
class ByField {
  private String fieldText;
  @Transient public String getWrong() { return ""; }
  public String getAlsoWrong() { return ""; }
}

@Embeddable
class ByProperty {
  private String x;
  @Column(name = "prop_text") public String getPropText() { return x; }
  public void setPropText(String text) { x = text; }
}

@MappedSuperclass
@Access(AccessType.PROPERTY)
abstract class GetterBase {
  @Column(name = "made_by", length = 20) public String getCreator() { return ""; }
  public void setCreator(String creator) {}
}

@Entity
class MixedSub extends GetterBase {
  @Id Long id;
  String own;
}

@MappedSuperclass
abstract class FieldBase {
  @Id protected Long id;
  @Version protected int version;
}

@Entity
@Access(AccessType.PROPERTY)
class PropertySub extends FieldBase {
  private String label;
  public String getLabel() { return label; }
  public void setLabel(String label) { this.label = label; }
  @Access(AccessType.FIELD) private Integer direct;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class RootByProperty {
  private Long id;
  @Id public Long getId() { return id; }
  public void setId(Long id) { this.id = id; }
}

@Entity
class LeafByProperty extends RootByProperty {
  private String text;
  public String getText() { return text; }
  public void setText(String text) { this.text = text; }
}

interface HasName { String getName(); }

@Entity
class Implements implements HasName {
  private Long id;
  @Id public Long getId() { return id; }
  public void setId(Long id) { this.id = id; }
  @Override @Column(name = "the_name") public String getName() { return ""; }
  public void setName(String name) {}
}

@Entity
class PropertyKey {
  private Key key;
  @EmbeddedId public Key getKey() { return key; }
  public void setKey(Key key) { this.key = key; }

  @Embeddable
  public static class Key implements Serializable {
    private String a;
    private int b;
    @Column(name = "key_a") public String getA() { return a; }
    public void setA(String a) { this.a = a; }
    public int getB() { return b; }
    public void setB(int b) { this.b = b; }
  }
}
