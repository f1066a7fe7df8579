package shop;

public class Supplier {
  private Long id;
}
