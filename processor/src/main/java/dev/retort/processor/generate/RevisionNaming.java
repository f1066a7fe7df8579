package dev.retort.processor.generate;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a new revision: its id, and its class after its message. */
public final class RevisionNaming {

  /** So long, in characters, that the declaration of the class fits into a line of 100. */
  private static final int MAX_LENGTH = 59;

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

  /** Simple names that a revision's own source, or the registry beside it, uses. */
  private static final Set<String> USED =
      Set.of(
          "Revision",
          "Migration",
          "MigrationRegistry",
          "Operations",
          "Identity",
          "QualifiedName",
          "ReferentialAction",
          "SqlType",
          "List");

  /** File names that Windows keeps for devices, whatever their extension and case. */
  private static final Pattern DEVICE =
      Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d", Pattern.CASE_INSENSITIVE);

  private RevisionNaming() {}

  /** A new id: 12 hexadecimal digits. The generator should be a {@code SecureRandom}. */
  public static String newId(RandomGenerator random) {
    return HexFormat.of().toHexDigits(random.nextLong(), 12);
  }

  /**
   * A simple class name made of the message's words: {@code AddMaintenanceScheduleToMachines}.
   * Accents are dropped, and so is what is neither a Latin letter nor a digit; where nothing is
   * left, the id makes the name.
   *
   * @param message the revision's message; any text
   * @param id the revision's id
   * @param taken whether a class of that name is there already; then a number is appended
   */
  public static String className(String message, String id, Predicate<String> taken) {
    String name = camelCase(message);
    if (name.isEmpty()) {
      name = "Revision" + id;
    } else if (Character.isDigit(name.charAt(0))) {
      name = "Revision" + name;
    } else if (USED.contains(name) || DEVICE.matcher(name).matches() || isInJavaLang(name)) {
      name = name + "Revision";
    }
    String free = name;
    for (int i = 2; taken.test(free); i++) {
      free = name + i;
    }
    return free;
  }

  private static String camelCase(String message) {
    String plain =
        Normalizer.normalize(message.replace("\u00df", "ss"), Normalizer.Form.NFD)
            .replaceAll("[^\\x00-\\x7f]", "");
    StringBuilder name = new StringBuilder();
    Matcher words = WORD.matcher(plain);
    while (words.find()) {
      String word = words.group();
      if (name.length() + word.length() > MAX_LENGTH && !name.isEmpty()) {
        break;
      }
      String cut = word.substring(0, Math.min(word.length(), MAX_LENGTH));
      name.append(cut.substring(0, 1).toUpperCase(Locale.ROOT)).append(cut.substring(1));
    }
    return name.toString();
  }

  private static boolean isInJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException | LinkageError notThere) {
      return false;
    }
  }
}
