/**
 * What the compiler knows of entity classes: annotations read by name, persistent members by access
 * type, member types with type variables resolved.
 */
package dev.retort.processor.entity.source;
