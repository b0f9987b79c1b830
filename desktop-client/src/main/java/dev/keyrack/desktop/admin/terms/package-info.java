/// What a provider decides about one resource, in a form: read, checked, and brought together with what others typed.
@NullMarked
package dev.keyrack.desktop.admin.terms;

import org.jspecify.annotations.NullMarked;
