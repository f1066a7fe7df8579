/** What the tests of the commands share: histories, transcripts, and the schema of documents. */
package dev.retort.cli.testing;
