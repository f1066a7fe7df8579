/** The history of the database, one revision per class. Add to it, never rewrite it. */
package dev.retort.example.migrations;
