/// Who works for the provider and what they may do: invited by mail, given another role or site, and shut out.
@NullMarked
package dev.keyrack.desktop.admin.staff;

import org.jspecify.annotations.NullMarked;
