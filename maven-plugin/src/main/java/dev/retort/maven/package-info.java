/** Retort's commands as Maven goals: each takes from the build what the command needs. */
package dev.retort.maven;
