/// Pure rules: what a period costs and whether it may be sold at all.
@NullMarked
package dev.keyrack.server.pricing;

import org.jspecify.annotations.NullMarked;
