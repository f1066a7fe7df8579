/**
 * The door: {@link dev.retort.Retort}, with which an application migrates its database when it
 * starts. Nothing below imports this package.
 */
package dev.retort;
