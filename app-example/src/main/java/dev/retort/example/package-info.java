/**
 * A predictive-maintenance backend that keeps its database with Retort: it migrates, starts
 * Hibernate, and serves.
 */
package dev.retort.example;
