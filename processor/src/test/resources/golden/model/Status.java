package shop;

public enum Status {
  OPEN,
  DONE
}
