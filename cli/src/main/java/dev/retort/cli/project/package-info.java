/**
 * The project that the revisions belong to: compiles its sources with Retort's processor alone, to
 * check them or to draft a revision, and finds the source of a revision.
 */
package dev.retort.cli.project;
