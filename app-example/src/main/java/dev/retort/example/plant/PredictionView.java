package dev.retort.example.plant;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** A prediction as the API shows it. */
public record PredictionView(
    String machine,
    Instant predictedAt,
    BigDecimal riskScore,
    BigDecimal failureProbability,
    int hoursToMaintenance,
    Optional<String> failureType,
    Optional<Double> confidence,
    String modelVersion) {}
