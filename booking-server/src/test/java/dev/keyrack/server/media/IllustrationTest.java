package dev.keyrack.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.ResourceType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class IllustrationTest {

    private static BufferedImage draw(ResourceType type, String name) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(Illustration.draw(type, name).content()));
    }

    private static int difference(BufferedImage one, BufferedImage other) {
        int differing = 0;
        for (int x = 0; x < one.getWidth(); x += 20) {
            for (int y = 0; y < one.getHeight(); y += 20) {
                differing += Math.abs((one.getRGB(x, y) & 0xFF) - (other.getRGB(x, y) & 0xFF)) > 24 ? 1 : 0;
            }
        }
        return differing;
    }

    @Test
    void drawsEachKindOfRoomPracticeAndStageInItsOwnWay() throws IOException {
        List<BufferedImage> pictures = List.of(
                draw(ResourceType.HOTEL, "City Hotel - Standard Double"),
                draw(ResourceType.HOTEL, "Resort Hotel - Standard Double"),
                draw(ResourceType.HOTEL, "City Hotel - Family Room"),
                draw(ResourceType.HOTEL, "City Hotel - Junior Suite"),
                draw(ResourceType.HOTEL, "Resort Hotel - Loft"),
                draw(ResourceType.HOTEL, "Twin Room"),
                draw(ResourceType.HOTEL, "Single Room"),
                draw(ResourceType.APPOINTMENT, "General practice"),
                draw(ResourceType.APPOINTMENT, "Physiotherapy"),
                draw(ResourceType.APPOINTMENT, "Dermatology"),
                draw(ResourceType.EVENT, "Fado"),
                draw(ResourceType.EVENT, "Auto da Barca"),
                draw(ResourceType.EVENT, "A play"));
        Set<String> alike = new HashSet<>();
        for (int i = 0; i < pictures.size(); i++) {
            assertThat(pictures.get(i).getWidth()).isEqualTo(1_600);
            assertThat(pictures.get(i).getHeight()).isEqualTo(1_000);
            for (int j = 0; j < i; j++) {
                if (difference(pictures.get(i), pictures.get(j)) < 80) {
                    alike.add(i + " and " + j);
                }
            }
        }
        assertThat(alike).isEmpty();
    }

    @Test
    void drawsTheSameForTheSameName() throws IOException {
        assertThat(difference(draw(ResourceType.HOTEL, "Loft"), draw(ResourceType.HOTEL, "Loft")))
                .isZero();
    }
}
