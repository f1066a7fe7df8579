/**
 * Every code and every text that a user of the compiler can be shown.
 *
 * <p>Each method makes one {@link dev.retort.problem.Problem}; nothing here decides, locates or
 * prints. Codes: RT1xx revisions and their chain, RT2xx drift, RT3xx entities, RT4xx drafts and
 * notes; RT5xx is the runtime's.
 */
package dev.retort.processor.diagnostic;
