package dev.keyrack.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyrack.server.persistence.Json;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/// Gives Jersey the server's one JSON configuration.
@Provider
final class JsonBody implements ContextResolver<ObjectMapper> {

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return Json.MAPPER;
    }
}
