/** The database from the application's side: which server, the pool, and Hibernate on top. */
package dev.retort.example.database;
