/// Sites, resources and units, and the rates and rules that providers set.
@NullMarked
package dev.keyrack.server.catalog;

import org.jspecify.annotations.NullMarked;
