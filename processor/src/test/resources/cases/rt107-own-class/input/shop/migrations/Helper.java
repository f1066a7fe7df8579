package shop.migrations;

final class Helper {
  static final String PRICE = "price";
}
