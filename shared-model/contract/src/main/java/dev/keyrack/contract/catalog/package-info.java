/// What is sold: resources, their units, and the rates and rules that providers set.
@NullMarked
package dev.keyrack.contract.catalog;

import org.jspecify.annotations.NullMarked;
