/** The HTTP side: three resources, answered as JSON. */
package dev.retort.example.http;
