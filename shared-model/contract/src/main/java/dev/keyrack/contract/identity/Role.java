package dev.keyrack.contract.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an account may do.
public enum Role {
    @JsonProperty("guest")
    GUEST,
    @JsonProperty("kiosk")
    KIOSK,
    @JsonProperty("partner")
    PARTNER,
    @JsonProperty("front_desk")
    FRONT_DESK,
    @JsonProperty("manager")
    MANAGER,
    @JsonProperty("provider_admin")
    PROVIDER_ADMIN
}
