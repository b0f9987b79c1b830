/// The kiosks of a site: made known, given codes, taken out of service.
@NullMarked
package dev.keyrack.desktop.admin.device;

import org.jspecify.annotations.NullMarked;
