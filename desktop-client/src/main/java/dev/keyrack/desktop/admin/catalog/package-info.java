/// What is sold: the provider's list of resources, their terms, units and pictures.
@NullMarked
package dev.keyrack.desktop.admin.catalog;

import org.jspecify.annotations.NullMarked;
