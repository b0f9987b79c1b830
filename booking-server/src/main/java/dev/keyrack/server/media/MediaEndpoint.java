package dev.keyrack.server.media;

import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Pictures over HTTP. A name stands for the same picture for ever, so that it can be kept by everybody.
@Path("/api/v1/media")
public final class MediaEndpoint {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final MediaService media;

    public MediaEndpoint(MediaService media) {
        this.media = media;
    }

    @GET
    @Path("/{name}")
    @Produces({"image/png", "image/jpeg", MediaType.APPLICATION_JSON})
    @Allowed(Action.READ_CATALOG)
    @Answers(byte[].class)
    public Response get(@PathParam("name") String name) {
        Picture picture = media.get(name);
        return Response.ok(picture.content(), picture.format().mediaType())
                .header("Cache-Control", FOR_EVER)
                .build();
    }
}
