/**
 * Where the database is and who logs in: from options, the environment's variables and a {@code
 * .env} file. Passwords are handed to the driver and to nobody else.
 */
package dev.retort.cli.connection;
