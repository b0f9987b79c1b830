/// What people may know and decide about the data that are kept of them.
@NullMarked
package dev.keyrack.contract.privacy;

import org.jspecify.annotations.NullMarked;
