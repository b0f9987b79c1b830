package dev.keyrack.server.planted;

/// Planted: an entity for everybody.
public class PublicEntity {}
