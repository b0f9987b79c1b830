package dev.keyrack.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/// Headers of every answer: nothing is stored on the way, nothing is guessed from the content.
final class HeadersFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Cache-Control", "no-store");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        if (response.getStatus() == 401) {
            response.getHeaders().putSingle("WWW-Authenticate", "Bearer");
        }
        if (response.getStatus() == 503 || response.getStatus() == 429) {
            response.getHeaders().putSingle("Retry-After", "1");
        }
    }
}
