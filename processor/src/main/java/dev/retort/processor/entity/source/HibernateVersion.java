package dev.retort.processor.entity.source;

import javax.lang.model.util.Elements;

/** The versions of Hibernate whose rules are known, where they differ. */
public enum HibernateVersion {
  /** Hibernate ORM 6.6, with Jakarta Persistence 3.1. */
  V6_6,
  /** Hibernate ORM 7, with Jakarta Persistence 3.2; the rules are those of 7.4. */
  V7;

  /** Part of Hibernate since long before 6.6. */
  private static final String ANY = "org.hibernate.annotations.Formula";

  /** New in 7.0. */
  private static final String SEVEN = "org.hibernate.annotations.NativeGenerator";

  public boolean isSeven() {
    return this == V7;
  }

  /** The version on the class path; where there is none, 7. */
  public static HibernateVersion onClassPath(Elements elements) {
    boolean older = elements.getTypeElement(ANY) != null && elements.getTypeElement(SEVEN) == null;
    return older ? V6_6 : V7;
  }
}
