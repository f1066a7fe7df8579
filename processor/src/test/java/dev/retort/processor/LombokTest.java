package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lombok beside Retort on the processor path of a compiler of its own, in both orders. */
class LombokTest {

  private static final Path LOMBOK = Path.of("target/lombok");

  private static final String ITEM =
      """
      package shop;
      import jakarta.persistence.*;
      import lombok.*;
      @Entity @Getter @Setter @Builder @NoArgsConstructor @AllArgsConstructor
      public class Item {
        @Id private Long id;
        @Column(nullable = false, length = 40) private String name;
        @Builder.Default private int amount = 1;
      }
      """;

  private static final String CUSTOMER =
      """
      package shop;
      import jakarta.persistence.*;
      import lombok.*;
      @Entity @Data
      public class Customer {
        @Id private Long id;
        private boolean active;
        @ManyToOne private Item favourite;
      }
      """;

  private static final String PRICE =
      """
      package shop;
      import jakarta.persistence.*;
      import lombok.*;
      @Entity @Getter @Setter
      public class Price {
        private Long id;
        private long amount;
        @Id public Long getId() { return id; }
      }
      """;

  @TempDir Path folder;

  @Test
  void fieldsAreReadInBothOrders() throws Exception {
    String first = drafted(true, ITEM, CUSTOMER);
    String second = drafted(false, ITEM, CUSTOMER);

    assertThat(first)
        .isEqualTo(second)
        .contains("column(\"name\", varchar(40)).notNull()")
        .contains("column(\"amount\", integer()).notNull()")
        .contains("column(\"active\", bool()).notNull()")
        .contains("column(\"favourite_id\", bigint())");
  }

  @Test
  void gettersThatLombokHasGeneratedAreProperties() throws Exception {
    assertThat(drafted(true, PRICE)).contains("column(\"amount\", bigint()).notNull()");
  }

  /** The draft is made before Lombok's getters are there; the comparison at the end sees them. */
  @Test
  void gettersThatComeTooLateForADraftAreTold() throws Exception {
    Run run = compile(false, PRICE);

    assertThat(run.success()).isFalse();
    assertThat(run.output()).contains("[RT201]").contains("price.amount");
  }

  private String drafted(boolean lombokFirst, String... sources) throws Exception {
    Run run = compile(lombokFirst, sources);
    assertThat(run.output()).contains("[RT402]").doesNotContain("error:");
    assertThat(run.success()).isTrue();
    String text = Files.readString(run.root().resolve("shop/migrations/CreateAll.java"));
    return text.substring(text.indexOf("void upgrade"));
  }

  private record Run(boolean success, String output, Path root) {}

  private Run compile(boolean lombokFirst, String... sources) throws Exception {
    Path root = Files.createTempDirectory(folder, "src");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-d",
                Files.createTempDirectory(folder, "classes").toString(),
                "-processorpath",
                lombokFirst ? path(lombok(), ownPath()) : path(ownPath(), lombok()),
                "-classpath",
                path(lombok(), ownPath()),
                "-Aretort.message=Create all",
                "-Aretort.package=shop.migrations",
                "-Aretort.sourceRoot=" + root));
    for (String source : sources) {
      String name = source.replaceFirst("(?s).*public class (\\w+).*", "$1");
      Path file = root.resolve("shop").resolve(name + ".java");
      Files.createDirectories(file.getParent());
      command.add(Files.writeString(file, source).toString());
    }
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(javac.waitFor() == 0, output, root);
  }

  private static String ownPath() {
    return System.getProperty("java.class.path");
  }

  private static String path(String... parts) {
    return String.join(File.pathSeparator, parts);
  }

  private static String lombok() throws IOException {
    try (Stream<Path> jars = Files.list(LOMBOK)) {
      return jars.map(jar -> jar.toAbsolutePath().toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
