package dev.retort.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The goals as Maven sees them: what the build wrote of the classes. */
final class PluginDescriptor {

  private static final Path FILE = Path.of("target/classes/META-INF/maven/plugin.xml");

  private PluginDescriptor() {}

  /**
   * A goal.
   *
   * @param phase the phase that is run before it; empty if none
   */
  record Goal(String name, String description, String phase, List<Setting> settings) {}

  /**
   * A parameter that is set by a property.
   *
   * @param byDefault its default; empty if it has none
   */
  record Setting(String property, String description, boolean required, String byDefault) {}

  /** All goals but {@code help}, by name. */
  static Map<String, Goal> goals() throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(FILE.toFile());
    Map<String, Goal> goals = new TreeMap<>();
    for (Element mojo : children(child(document.getDocumentElement(), "mojos"))) {
      Goal goal =
          new Goal(
              text(mojo, "goal"),
              text(mojo, "description"),
              text(mojo, "executePhase"),
              settings(mojo));
      if (!goal.name().equals("help")) {
        goals.put(goal.name(), goal);
      }
    }
    return goals;
  }

  private static List<Setting> settings(Element mojo) {
    Element configuration = child(mojo, "configuration");
    List<Setting> settings = new ArrayList<>();
    for (Element parameter : children(child(mojo, "parameters"))) {
      Element value = child(configuration, text(parameter, "name"));
      String expression = value.getTextContent();
      if (expression.startsWith("${retort.")) {
        settings.add(
            new Setting(
                expression.substring(2, expression.length() - 1),
                text(parameter, "description"),
                text(parameter, "required").equals("true"),
                value.getAttribute("default-value")));
      }
    }
    return settings;
  }

  private static Element child(Element parent, String name) {
    return children(parent).stream()
        .filter(each -> each.getTagName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(parent.getTagName() + " has no " + name));
  }

  private static String text(Element parent, String name) {
    return children(parent).stream()
        .filter(each -> each.getTagName().equals(name))
        .map(each -> each.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
