/// The kiosks of a site: how they are made known to the server, and how they sign in.
@NullMarked
package dev.keyrack.contract.device;

import org.jspecify.annotations.NullMarked;
