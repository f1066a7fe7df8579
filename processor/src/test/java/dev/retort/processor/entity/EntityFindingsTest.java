package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is said at its line, and nothing else is lost. */
class EntityFindingsTest {

  @TempDir Path output;

  /** The member stands on line 7 of an entity, the entity on line 4. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "RT302 | 7 | Thread worker;",
        "RT302 | 7 | Byte[] boxes;",
        "RT302 | 7 | @org.hibernate.annotations.JdbcTypeCode(6001) Thread.State[] states;",
        "RT302 | 7 | NavigableSet<String> names;",
        "RT302 | 7 | Map<String, String> map;",
        "RT303 | 7 | @org.hibernate.annotations.PropertyRef(\"other\") @ManyToOne Other other;",
        "RT303 | 7 | @org.hibernate.annotations.PropertyRef(\"id\") @OneToMany List<Other> others;",
        "RT303 | 7 | @org.hibernate.annotations.JoinFormula(\"id\") @OneToMany List<Other> others;",
        "RT303 | 7 | @org.hibernate.annotations.Struct(name = \"s\") String text;",
        "RT303 | 7 | @ManyToOne @JoinColumn(foreignKey = @ForeignKey(foreignKeyDefinition = \"x\")) Other other;",
        "RT303 | 7 | @ManyToOne @JoinColumn(name = \"o\", foreignKey = @ForeignKey(foreignKeyDefinition = \"foreign key (o) references other (id) match full\")) Other other;",
        "RT303 | 7 | @ManyToOne @JoinColumn(name = \"o\", foreignKey = @ForeignKey(foreignKeyDefinition = \"foreign key (p) references other (id)\")) Other other;",
        "RT303 | 7 | @OneToMany @JoinColumn @org.hibernate.annotations.Comment(\"many\") List<Other> others;",
        "RT305 | 7 | @org.hibernate.annotations.Comment(on = \"nowhere\", value = \"c\") String text;",
        "RT304 | 7 | @ManyToOne Thread worker;",
        "RT304 | 7 | @OneToMany List<String> names;",
        "RT305 | 7 | @ManyToOne @JoinColumn(referencedColumnName = \"nowhere\") Other other;",
        "RT306 | 7 | @ManyToOne @JoinColumn(name = \"a\") @JoinColumn(name = \"b\") Other other;",
        "RT307 | 7 | @Column(columnDefinition = \"serial primary key\") Integer number;",
        "RT308 | 7 | @OneToMany(mappedBy = \"nothing\") List<Other> others;",
        "RT312 | 7 | @org.hibernate.annotations.Type(Custom.class) Integer rating;",
        "RT312 | 7 | @org.hibernate.annotations.JdbcType(OwnJdbc.class) Integer rating;",
        "RT312 | 7 | @ElementCollection @org.hibernate.annotations.MapKeyType(Custom.class) Map<Integer, String> ratings;",
        "RT312 | 7 | @Custom.Rated Integer rating;",
        "RT310 | 7 | @Convert(converter = Letter.class) Thread.State state;",
      })
  void memberIsReportedAtItsLine(String code, long line, String member) throws IOException {
    Compilation compilation =
        Compilation.of(
            """
            package findings;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity class Thing {
              @Id Long id;
              String kept;
              %s
            }
            @Entity class Other { @Id Long id; }
            abstract class Custom implements org.hibernate.usertype.UserType<Integer> {
              @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
              @org.hibernate.annotations.Type(Custom.class)
              @interface Rated {}
            }
            abstract class OwnJdbc implements org.hibernate.type.descriptor.jdbc.JdbcType {}
            class Letter implements AttributeConverter<Thread.State, String> {
              public String convertToDatabaseColumn(Thread.State state) { return state.name().substring(1); }
              public Thread.State convertToEntityAttribute(String text) { return null; }
            }
            """
                .formatted(member),
            output,
            false);

    assertThat(compilation.findings()).hasSize(1);
    assertThat(compilation.findings().get(0)).startsWith(line + " [" + code + "] ");
    assertThat(compilation.schema(MappingOptions.Naming.JPA).requireTable(name("thing")).columns())
        .extracting(column -> column.name())
        .contains("id", "kept");
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "RT301 | 3 | @Entity class Thing { String name; }",
        "RT313 | 3 | @Entity class Thing { @Id @GeneratedValue(generator = \"g\") @org.hibernate.annotations.GenericGenerator(name = \"g\", strategy = \"shop.Nowhere\") Long id; }",
        "RT305 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"no\")) class Thing { @Id Long id; }",
        "RT303 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"id\", options = \"tablespace x\")) class Thing { @Id Long id; }",
        "RT303 | 3 | @Entity @org.hibernate.annotations.Comment(on = \"other\", value = \"c\") class Thing { @Id Long id; }",
        "RT303 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"(name) collate \\\"C\\\"\")) class Thing { @Id Long id; String name; }",
        "RT305 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"lower(name)\")) class Thing { @Id Long id; String name; }",
        "RT305 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"name desc nulls last\")) class Thing { @Id Long id; String name; }",
        "RT305 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"(coalesce(name, id))\")) class Thing { @Id Long id; String name; }",
        "RT305 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"(lower(title))\")) class Thing { @Id Long id; String name; }",
        "RT305 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"(title)\")) class Thing { @Id Long id; String name; }",
        "RT305 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"id\", options = \"include (title)\")) class Thing { @Id Long id; String name; }",
        "RT303 | 3 | @Entity @Table(uniqueConstraints = @UniqueConstraint(columnNames = \"id\", options = \"include (id)\")) class Thing { @Id Long id; }",
        "RT303 | 3 | @Entity @Table(options = \"x\") class Thing { @Id Long id; }",
        "RT309 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"\")) class Thing { @Id Long id; }",
        "RT309 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"()\")) class Thing { @Id Long id; }",
        "RT309 | 3 | @Entity @Table(indexes = @Index(name = \"i\", columnList = \"id\", options = \"include ( , id)\")) class Thing { @Id Long id; }",
      })
  void entityIsReportedAtItsLine(String code, long line, String entity) throws IOException {
    Compilation compilation =
        Compilation.of(
            "package findings;\nimport jakarta.persistence.*;\n" + entity + "\n", output, false);

    assertThat(compilation.findings()).hasSize(1);
    assertThat(compilation.findings().get(0)).startsWith(line + " [" + code + "] ");
  }

  @Test
  void identifiersInACircleAreReported() throws IOException {
    Compilation compilation =
        Compilation.of(
            """
            package findings;
            import jakarta.persistence.*;
            @Entity class A { @Id @ManyToOne B b; }
            @Entity class B { @Id @ManyToOne A a; }
            """,
            output,
            false);

    assertThat(compilation.findings()).isNotEmpty().allMatch(f -> f.contains("[RT311]"));
  }

  @Test
  void whatFollowsFromAnIdThatCannotBeMappedIsNotReported() throws IOException {
    Compilation compilation =
        Compilation.of(
            """
            package findings;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity class A { @Id Thread id; @ManyToOne B b; }
            @Entity class B {
              @Id Long id;
              @ManyToOne A a;
              @ManyToOne @JoinColumn(name = "other") A other;
              @OneToMany(mappedBy = "b") List<A> all;
            }
            """,
            output,
            false);

    assertThat(compilation.findings()).hasSize(1);
    assertThat(compilation.findings().get(0)).startsWith("4 [RT302] ");
  }

  @Test
  void aSequenceDefinedTwiceIsReported() throws IOException {
    Compilation compilation =
        Compilation.of(
            """
            package findings;
            import jakarta.persistence.*;
            @Entity class A {
              @Id @GeneratedValue(generator = "s") @SequenceGenerator(name = "s") Long id;
            }
            @Entity class B {
              @Id
              @GeneratedValue(generator = "s")
              @SequenceGenerator(name = "s", allocationSize = 1)
              Long id;
            }
            """,
            output,
            false);

    assertThat(compilation.findings()).hasSize(1);
    assertThat(compilation.findings().get(0)).contains("[RT309]");
  }

  @Test
  void everyPartKnowsWhereItComesFrom() throws IOException {
    Compilation compilation =
        Compilation.of(
            """
            package findings;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity class Plant {
              @Id @GeneratedValue Long id;
              @Column(unique = true) String name;
              @ManyToMany Set<Plant> neighbours;
              @ElementCollection Set<String> tags;
              @ManyToOne Plant parent;
            }
            """,
            output,
            false);

    assertThat(compilation.findings()).isEmpty();
    assertThat(compilation.origins())
        .containsEntry("TABLE plant ", "Plant")
        .containsEntry("COLUMN plant name", "findings.Plant.name")
        .containsEntry("COLUMN plant parent_id", "findings.Plant.parent")
        .containsEntry("CONSTRAINT plant plant_name_key", "findings.Plant.name")
        .containsEntry("CONSTRAINT plant plant_pkey", "Plant")
        .containsEntry("TABLE plant_plant ", "findings.Plant.neighbours")
        .containsEntry("TABLE plant_tags ", "findings.Plant.tags")
        .containsEntry("SEQUENCE plant_seq ", "findings.Plant.id");
  }

  @Test
  void classFilesAreReadLikeSources() throws IOException {
    Compilation sources =
        Compilation.of(
            Path.of("src/test/resources/entity-sets/aurum.java"),
            output,
            HibernateLibrary.SEVEN,
            false);
    Path elsewhere = java.nio.file.Files.createDirectory(output.resolve("elsewhere"));

    Compilation classes =
        Compilation.ofClasses(
            sources.managedNames(), List.of(output), elsewhere, HibernateLibrary.SEVEN);

    assertThat(classes.findings()).isEmpty();
    for (MappingOptions.Naming naming : MappingOptions.Naming.values()) {
      assertThat(classes.schema(naming)).isEqualTo(sources.schema(naming));
    }
  }

  private static dev.retort.schema.QualifiedName name(String table) {
    return dev.retort.schema.QualifiedName.of(table);
  }
}
