package shop;

public final class Names {
  public static final String ITEMS = "items";
}
