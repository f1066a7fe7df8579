package stock;

public interface Numbered {

  String number();
}
