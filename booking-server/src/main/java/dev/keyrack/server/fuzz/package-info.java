/// A seeded fuzzer over `openapi.json`: requests that are valid, and requests with one thing wrong, each answer judged
/// by what the description promises.
@NullMarked
package dev.keyrack.server.fuzz;

import org.jspecify.annotations.NullMarked;
