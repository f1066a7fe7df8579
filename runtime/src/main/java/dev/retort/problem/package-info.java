/**
 * How Retort tells what is wrong: a stable code, a fact with names, and a fix.
 *
 * <p>One form for the compiler's messages and the runtime's exceptions. Every code has a page in
 * {@code docs/errors}.
 */
package dev.retort.problem;
