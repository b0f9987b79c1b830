/// Finding resources that are really free.
@NullMarked
package dev.keyrack.server.search;

import org.jspecify.annotations.NullMarked;
