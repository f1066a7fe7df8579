/** What the application does with its model: the sample plant, and the reads that it serves. */
package dev.retort.example.plant;
