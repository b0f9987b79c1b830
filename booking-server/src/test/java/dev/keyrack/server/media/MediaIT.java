package dev.keyrack.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of resources over HTTP.
class MediaIT {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    private ResourceId room;

    @BeforeEach
    void open() {
        server = new TestServer(folder);
        room = server.add(Sample.nights(1));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static byte[] png(int width, int height) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private HttpResponse<byte[]> send(Api as, String type, byte[] content) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.server().uri().resolve("/api/v1/resources/" + room + "/images"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(content));
        as.headers().forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.server().uri().resolve(path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void keepsAPictureGivesItToEverybodyAndForgetsIt() throws Exception {
        Api manager = server.as(Role.MANAGER, "mia");
        HttpResponse<byte[]> added = send(manager, "image/png", png(2_000, 1_000));
        assertThat(added.statusCode()).isEqualTo(200);
        JsonNode images = Json.MAPPER.readTree(added.body()).at("/terms/images");
        String path = images.get(images.size() - 1).asText();
        assertThat(path).startsWith("/api/v1/media/med_").endsWith(".png");

        HttpResponse<byte[]> picture = get(path);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth())
                .isEqualTo(1_600);

        String own = "/api/v1/resources/" + room + "/images/" + path.substring(path.lastIndexOf('/') + 1);
        assertThat(server.as(Role.FRONT_DESK, "dora").send("DELETE", own, null).status())
                .isEqualTo(403);
        Api.Reply removed = manager.send("DELETE", own, null);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.body().at("/terms/images")).hasSize(images.size() - 1);
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(manager.send("DELETE", own, null).status()).isEqualTo(404);
    }

    @Test
    void refusesWhoMayNotAndWhatIsNoPicture() throws Exception {
        Api manager = server.as(Role.MANAGER, "mia");
        assertThat(send(server.api(), "image/png", png(9, 9)).statusCode()).isEqualTo(401);
        assertThat(send(server.as(Role.FRONT_DESK, "dora"), "image/png", png(9, 9))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(manager, "image/gif", png(9, 9)).statusCode()).isEqualTo(415);
        assertThat(send(manager, "image/png", new byte[0]).statusCode()).isEqualTo(400);
        assertThat(send(manager, "image/jpeg", "no picture".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(manager, "image/png", new byte[5 * 1024 * 1024 + 1]).statusCode())
                .isEqualTo(413);
        assertThat(server.api().get("/api/v1/media/med_nothing.png").status()).isEqualTo(404);
        assertThat(server.api().get("/api/v1/media/..%2f..%2fkeyrack.mv.db").status())
                .isIn(400, 404);
        assertThat(server.api().get("/api/v1/resources/" + room).body().at("/terms/images"))
                .hasSize(2);
    }
}
