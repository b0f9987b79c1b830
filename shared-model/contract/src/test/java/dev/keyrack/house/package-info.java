/// The house rules as failing tests, shared by the `ArchitectureTest` of every module.
@NullMarked
package dev.keyrack.house;

import org.jspecify.annotations.NullMarked;
