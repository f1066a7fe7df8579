package dev.retort.revision;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a migration is to lead to, as people write it: {@code head}, {@code billing@head}, {@code
 * +2}, {@code 3f2a+1}, {@code base} and the like.
 *
 * @param branch the name of the branch, or a revision of it, that is written before an {@code @}
 * @param anchor the place that is named
 * @param name the id, beginning of an id or branch label; empty unless the anchor is {@link
 *     Anchor#NAMED}
 * @param steps so many revisions on from there, or back where negative
 */
public record Target(Optional<String> branch, Anchor anchor, String name, int steps) {

  /** What a boot asks for, which need not be read. */
  private static final Target HEADS_OF_ALL = new Target(Optional.empty(), Anchor.HEADS, "", 0);

  /** Not loaded by a boot. */
  private static final class Form {
    private static final Pattern PARTS = Pattern.compile("(?:([^@]*)@)?(.*?)([+-]\\d{1,9})?");
  }

  /** The places that a target can name. */
  public enum Anchor {
    /** The one revision that no other follows. */
    HEAD,
    /** All revisions that no other follows. */
    HEADS,
    /** The state before the first revision. */
    BASE,
    /** Where the database is. */
    CURRENT,
    /** A revision, by its id, the beginning of one, or the label that it gives its branch. */
    NAMED
  }

  /** Reads any text; whether there is such a place, a {@link TargetResolver} tells. */
  public static Target parse(String text) {
    if (text.equals("heads")) {
      return HEADS_OF_ALL;
    }
    Matcher parts = Form.PARTS.matcher(text.strip());
    if (!parts.matches()) {
      return new Target(Optional.empty(), Anchor.NAMED, text, 0);
    }
    Optional<String> branch = Optional.ofNullable(parts.group(1));
    int steps = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    String place = parts.group(2);
    return switch (place) {
      case "head" -> new Target(branch, Anchor.HEAD, "", steps);
      case "heads" -> new Target(branch, Anchor.HEADS, "", steps);
      case "base" -> new Target(branch, Anchor.BASE, "", steps);
      case "current" -> new Target(branch, Anchor.CURRENT, "", steps);
      case "" ->
          parts.group(3) == null
              ? new Target(branch, Anchor.NAMED, "", 0)
              : new Target(branch, Anchor.CURRENT, "", steps);
      default -> new Target(branch, Anchor.NAMED, place, steps);
    };
  }

  /** Whether it is all of the state before the first revision. */
  public boolean isBase() {
    return anchor == Anchor.BASE && steps == 0;
  }

  /** Whether it is so many revisions on or back from where the database is. */
  public boolean isRelative() {
    return anchor == Anchor.CURRENT && steps != 0;
  }
}
