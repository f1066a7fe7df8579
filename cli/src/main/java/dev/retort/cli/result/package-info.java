/** What each command found or did, one record per kind of answer, with its text and its JSON. */
package dev.retort.cli.result;
