/**
 * What all modules' tests share: the PostgreSQL fixture (fresh databases on a real server, and a
 * way to compare what is in them) and generated values.
 */
package dev.retort.testing;
