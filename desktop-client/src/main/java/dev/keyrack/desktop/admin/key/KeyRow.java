package dev.keyrack.desktop.admin.key;

import dev.keyrack.contract.partner.ApiKey;

/// A key, in words.
///
/// @param good whether it still lets somebody in
record KeyRow(ApiKey key, boolean good, String name, String scopes, String site, String until, String used) {

    String id() {
        return key.keyId().value();
    }
}
