package dev.keyrack.server.planted;

import jakarta.persistence.Embeddable;

/// Planted: persistence outside an entity or a store.
@Embeddable
public class OrmOutside {}
