/// Sells, with a card or for later payment, so that no crash loses a paid sale or pays one twice.
@NullMarked
package dev.keyrack.client.sale;

import org.jspecify.annotations.NullMarked;
