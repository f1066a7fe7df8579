package dev.retort.schema;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Objects of a schema by name, in the order of their creation. It cannot be changed, so that
 * schemas share what an operation leaves alone and copy the rest once.
 */
final class ByName<V> extends AbstractMap<QualifiedName, V> {

  private final Map<QualifiedName, V> objects;

  private ByName(Map<QualifiedName, V> objects) {
    this.objects = Collections.unmodifiableMap(objects);
  }

  /** The same objects, copied unless nobody can change them. */
  static <V> ByName<V> of(Map<QualifiedName, V> objects) {
    return objects instanceof ByName<V> unchangeable
        ? unchangeable
        : new ByName<>(new LinkedHashMap<>(objects));
  }

  /** The same with another object, in the place of the one that had its name if there was one. */
  static <V> ByName<V> with(Map<QualifiedName, V> objects, QualifiedName name, V object) {
    Map<QualifiedName, V> edited = new LinkedHashMap<>(objects);
    edited.put(name, object);
    return new ByName<>(edited);
  }

  static <V> ByName<V> without(Map<QualifiedName, V> objects, QualifiedName name) {
    Map<QualifiedName, V> edited = new LinkedHashMap<>(objects);
    edited.remove(name);
    return new ByName<>(edited);
  }

  @Override
  public Set<Entry<QualifiedName, V>> entrySet() {
    return objects.entrySet();
  }

  @Override
  public V get(Object name) {
    return objects.get(name);
  }

  @Override
  public boolean containsKey(Object name) {
    return objects.containsKey(name);
  }

  @Override
  public Set<QualifiedName> keySet() {
    return objects.keySet();
  }
}
