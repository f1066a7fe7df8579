package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Entities as an application has them, in any number: keys, enums, embeddables, associations. */
final class GeneratedModel {

  private static final int ENTITIES_IN_PACKAGE = 20;

  private GeneratedModel() {}

  /** Writes the sources of so many entities. */
  static void write(Path sourceRoot, int entities) throws IOException {
    for (int i = 0; i < entities; i++) {
      Path file = sourceRoot.resolve(packageOf(i).replace('.', '/')).resolve(name(i) + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source(i));
    }
    Files.writeString(
        sourceRoot.resolve("model/Address.java"),
        """
        package model;

        import jakarta.persistence.Column;
        import jakarta.persistence.Embeddable;

        @Embeddable
        public class Address {
          @Column(length = 100) private String street;
          @Column(length = 20) private String postalCode;
          private String city;
        }
        """);
  }

  private static String packageOf(int entity) {
    return "model.part" + entity / ENTITIES_IN_PACKAGE;
  }

  private static String name(int entity) {
    return "Entity" + entity;
  }

  private static String source(int i) {
    int other = i / 2;
    return """
        package %1$s;

        import jakarta.persistence.Column;
        import jakarta.persistence.ElementCollection;
        import jakarta.persistence.Embedded;
        import jakarta.persistence.Entity;
        import jakarta.persistence.EnumType;
        import jakarta.persistence.Enumerated;
        import jakarta.persistence.GeneratedValue;
        import jakarta.persistence.GenerationType;
        import jakarta.persistence.Id;
        import jakarta.persistence.Index;
        import jakarta.persistence.ManyToMany;
        import jakarta.persistence.ManyToOne;
        import jakarta.persistence.Table;
        import jakarta.persistence.UniqueConstraint;
        import jakarta.persistence.Version;
        import java.math.BigDecimal;
        import java.time.Instant;
        import java.time.LocalDate;
        import java.util.Set;
        import java.util.UUID;
        import model.Address;
        import %3$s.%4$s;

        @Entity
        @Table(
            name = "table_%5$d",
            uniqueConstraints = @UniqueConstraint(name = "uk_%5$d", columnNames = "code"),
            indexes = @Index(name = "ix_%5$d", columnList = "created_at, state"))
        public class %2$s {
          public enum State {
            NEW,
            ACTIVE,
            CLOSED
          }

          @Id
          @GeneratedValue(strategy = GenerationType.IDENTITY)
          private Long id;

          @Version private int version;

          @Column(nullable = false, length = 40)
          private String code;

          private String description;
          private UUID reference;
          private boolean active;
          private LocalDate validUntil;

          @Column(name = "created_at", nullable = false)
          private Instant createdAt;

          @Column(precision = 12, scale = 2)
          private BigDecimal amount;

          @Enumerated(EnumType.STRING)
          @Column(length = 20)
          private State state;

          @Embedded private Address address;

          @ManyToOne(optional = false)
          private %4$s parent;

          @ElementCollection private Set<String> tags;

          @ManyToMany private Set<%4$s> friends;
        }
        """
        .formatted(packageOf(i), name(i), packageOf(other), name(other), i);
  }
}
