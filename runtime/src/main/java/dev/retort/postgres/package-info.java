/**
 * What is PostgreSQL's own: how it quotes names, spells types and states each operation in SQL.
 *
 * <p>Text in, text out; nothing here decides what to migrate, and nothing but this package writes
 * SQL for an operation.
 */
package dev.retort.postgres;
