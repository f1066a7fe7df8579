package dev.retort.example;

/** Placeholder. */
public final class Application {
  private Application() {}

  public static void main(String[] args) {
    System.out.println("hello " + args.length);
  }
}
