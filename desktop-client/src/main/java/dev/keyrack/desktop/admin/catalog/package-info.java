/// What is sold: the provider's list of resources, with units and pictures; the form has a package of its own.
@NullMarked
package dev.keyrack.desktop.admin.catalog;

import org.jspecify.annotations.NullMarked;
