/// The keys with which partners' programs come in: made, listed, ended.
@NullMarked
package dev.keyrack.desktop.admin.key;

import org.jspecify.annotations.NullMarked;
