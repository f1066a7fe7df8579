package sets.collectiontypes;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.collection.spi.*;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.CollectionClassification;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.usertype.UserCollectionType;

@Entity
class Basket {
  @Id Long id;
  @ElementCollection @CollectionType(type = Bags.class) List<String> names;
  @ElementCollection @CollectionType(type = Lists.class) @OrderColumn(name = "pos") List<String> placed;
  @ElementCollection @CollectionType(type = Sets.class) Set<Integer> numbers;
  @OneToMany(mappedBy = "basket") @CollectionType(type = Bags.class) List<Apple> apples;
  @OneToMany @JoinColumn(name = "other_basket") @CollectionType(type = Bags.class) List<Apple> others;
  @ManyToMany @CollectionType(type = Sets.class) Set<Apple> shared;
}
@Entity class Apple { @Id Long id; @ManyToOne Basket basket; }

abstract class Own implements UserCollectionType {
  public PersistentCollection<?> instantiate(SharedSessionContractImplementor s, CollectionPersister p) { return null; }
  public PersistentCollection<?> wrap(SharedSessionContractImplementor s, Object c) { return null; }
  public Iterator<?> getElementsIterator(Object c) { return null; }
  public boolean contains(Object c, Object e) { return false; }
  public Object indexOf(Object c, Object e) { return null; }
  public Object replaceElements(Object o, Object t, CollectionPersister p, Object owner, Map c, SharedSessionContractImplementor s) { return null; }
}
class Bags extends Own {
  public CollectionClassification getClassification() { return CollectionClassification.BAG; }
  public Object instantiate(int size) { return new ArrayList<>(); }
  public Class<?> getCollectionClass() { return List.class; }
}
class Lists extends Own {
  public CollectionClassification getClassification() { return CollectionClassification.LIST; }
  public Object instantiate(int size) { return new ArrayList<>(); }
  public Class<?> getCollectionClass() { return List.class; }
}
class Sets extends Own {
  public CollectionClassification getClassification() { return CollectionClassification.SET; }
  public Object instantiate(int size) { return new HashSet<>(); }
  public Class<?> getCollectionClass() { return Set.class; }
}
