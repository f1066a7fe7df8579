/** What the environment asks for: the port, and the database if it names one. */
package dev.retort.example.settings;
