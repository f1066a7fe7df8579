package dev.retort.example.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** The values between which a reading is unremarkable. */
@Embeddable
public class OperatingRange {

  @Column(name = "range_low", precision = 12, scale = 4)
  private BigDecimal low;

  @Column(name = "range_high", precision = 12, scale = 4)
  private BigDecimal high;

  protected OperatingRange() {}

  public OperatingRange(BigDecimal low, BigDecimal high) {
    this.low = low;
    this.high = high;
  }

  public boolean contains(BigDecimal value) {
    return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
  }
}
