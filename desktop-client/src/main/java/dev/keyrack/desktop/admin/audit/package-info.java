/// Who did what, and what of it looks like an attack: a page of the server's audit record, with filters.
@NullMarked
package dev.keyrack.desktop.admin.audit;

import org.jspecify.annotations.NullMarked;
