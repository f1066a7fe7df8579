package dev.retort.example.model;

/** What a user may do. */
public enum UserRole {
  OPERATOR,
  ENGINEER,
  ADMINISTRATOR
}
