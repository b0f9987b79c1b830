package dev.keyrack.server.media;

import static dev.keyrack.server.media.Brush.box;
import static dev.keyrack.server.media.Brush.curve;
import static dev.keyrack.server.media.Brush.rgb;
import static dev.keyrack.server.media.Brush.shade;
import static dev.keyrack.server.media.Brush.through;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;

/// A room for appointments: what stands in it tells what is done there.
final class PracticeScene {

    private static final int FLOOR = 760;
    private static final Color METAL = rgb(0xB9C4CC);
    private static final Color WHITE = rgb(0xFAFCFC);

    private final Brush brush;
    private final String name;
    private final Color accent;

    PracticeScene(Brush brush, String name) {
        this.brush = brush;
        this.name = name;
        List<Color> accents = List.of(rgb(0x4E9A94), rgb(0x5B84B1), rgb(0x7DA26B), rgb(0xC08457));
        accent = is("physio", "massage")
                ? accents.get(2)
                : is("derma", "skin")
                        ? accents.get(3)
                        : is("dent", "chair", "hair") ? accents.get(1) : accents.getFirst();
    }

    private boolean is(String... words) {
        return List.of(words).stream().anyMatch(name::contains);
    }

    void draw() {
        room();
        if (is("physio", "massage")) {
            physiotherapy();
        } else if (is("derma", "skin")) {
            dermatology();
        } else if (is("dent", "chair", "hair")) {
            chair(640);
            lamp(1_130);
        } else {
            general();
        }
    }

    private void room() {
        Color wall = shade(accent, 82);
        brush.sky(shade(wall, 40), wall, new Rectangle(0, 0, Brush.WIDTH, FLOOR));
        brush.veil(accent, 22, new Rectangle(0, 520, Brush.WIDTH, FLOOR - 520));
        brush.sky(rgb(0xDCE3E4), rgb(0xC4CED0), new Rectangle(0, FLOOR, Brush.WIDTH, Brush.HEIGHT - FLOOR));
        brush.rect(WHITE, 0, FLOOR - 16, Brush.WIDTH, 16);
        brush.round(WHITE, box(92, 112, 376, 356, 16));
        Rectangle pane = new Rectangle(110, 130, 340, 320);
        brush.sky(rgb(0xBFE0F2), rgb(0xF2F8EC), pane).clip(pane);
        brush.oval(rgb(0x9CC48B), 60, 360, 300, 220).oval(rgb(0x7FB077), 280, 330, 300, 260);
        brush.free();
        for (int y = 136; y < 300; y += 24) {
            brush.veil(WHITE, 80, new Rectangle(110, y, 340, 14));
        }
        brush.round(WHITE, box(70, 462, 420, 22, 8));
    }

    private void couch(int x, int y) {
        brush.veil(rgb(0x2B3A3C), 16, box(x + 20, 886, 620, 26, 26));
        brush.rect(METAL, x + 80, y + 70, 26, 890 - y - 70).rect(METAL, x + 540, y + 70, 26, 890 - y - 70);
        brush.rect(shade(METAL, -12), x + 80, 800, 486, 16);
        brush.sky(shade(accent, 10), shade(accent, -12), box(x, y, 650, 84, 44));
        brush.sky(shade(accent, 26), accent, box(x - 10, y - 44, 190, 76, 50));
        brush.round(WHITE, box(x + 190, y - 8, 440, 26, 12));
    }

    private void general() {
        couch(180, 640);
        brush.round(WHITE, box(640, 140, 250, 330, 12));
        int[] rows = {1, 2, 3, 4, 5};
        for (int row : rows) {
            int size = 54 - row * 8;
            for (int i = 0; i < row; i++) {
                int x = 765 - row * (size + 14) / 2 + i * (size + 14) + 7;
                int y = 128 + row * 54;
                brush.rect(rgb(0x3A4A4E), x, y, size / 4, size).rect(rgb(0x3A4A4E), x, y, size, size / 5);
                brush.rect(rgb(0x3A4A4E), x, y + size * 2 / 5, size * 4 / 5, size / 5);
                brush.rect(rgb(0x3A4A4E), x, y + size * 4 / 5, size, size / 5);
            }
        }
        deskWithStethoscope();
        emblemCross(1_250, 260);
    }

    private void deskWithStethoscope() {
        brush.round(rgb(0xC79F74), box(980, 640, 520, 30, 10));
        brush.rect(rgb(0xA9825A), 1_010, 670, 26, 220).rect(rgb(0xA9825A), 1_444, 670, 26, 220);
        brush.round(rgb(0xB58E63), box(1_250, 670, 190, 170, 8));
        brush.round(rgb(0x3F4E56), box(1_270, 470, 190, 130, 12))
                .round(shade(accent, 50), box(1_282, 482, 166, 106, 6));
        brush.rect(rgb(0x3F4E56), 1_354, 600, 22, 34).round(rgb(0x3F4E56), box(1_310, 630, 110, 12, 6));
        brush.stroke(rgb(0x39464B), 12, curve(1_020, 560, 1_020, 650, 1_140, 650, 1_140, 560));
        brush.stroke(rgb(0x39464B), 12, curve(1_080, 628, 1_080, 690, 1_170, 700, 1_190, 622));
        brush.circle(METAL, 1_190, 612, 24).circle(shade(METAL, 40), 1_190, 612, 13);
    }

    private void emblemCross(int x, int y) {
        brush.circle(shade(accent, 20), x, y, 112).circle(accent, x, y, 98);
        brush.round(WHITE, box(x - 22, y - 62, 44, 124, 12)).round(WHITE, box(x - 62, y - 22, 124, 44, 12));
    }

    private void physiotherapy() {
        couch(360, 640);
        brush.veil(rgb(0x2B3A3C), 16, box(1_100, 886, 320, 24, 24));
        brush.circle(shade(rgb(0xC96F5B), 10), 1_260, 744, 152);
        brush.veil(rgb(0xFFFFFF), 30, new java.awt.geom.Ellipse2D.Double(1_170, 630, 110, 70));
        for (int rung = 0; rung < 7; rung++) {
            brush.round(rgb(0xC79F74), box(1_080, 150 + rung * 58, 330, 20, 10));
        }
        brush.round(rgb(0xA9825A), box(1_066, 120, 26, 470, 8)).round(rgb(0xA9825A), box(1_398, 120, 26, 470, 8));
        figure(760, 290);
        brush.round(shade(accent, -10), box(120, 700, 60, 190, 30))
                .round(shade(accent, 20), box(194, 720, 60, 170, 30));
    }

    /// Somebody who stretches, as a sign on the wall.
    private void figure(int x, int y) {
        brush.circle(shade(accent, 35), x, y, 150);
        brush.circle(WHITE, x - 6, y - 78, 28);
        brush.stroke(WHITE, 26, curve(x - 4, y - 34, x + 8, y, x + 4, y + 20, x - 6, y + 44));
        brush.stroke(WHITE, 20, curve(x - 92, y - 74, x - 60, y - 40, x - 30, y - 26, x - 4, y - 26));
        brush.stroke(WHITE, 20, curve(x - 4, y - 26, x + 30, y - 26, x + 56, y - 44, x + 84, y - 80));
        brush.stroke(WHITE, 22, curve(x - 6, y + 44, x - 30, y + 70, x - 48, y + 88, x - 66, y + 112));
        brush.stroke(WHITE, 22, curve(x - 6, y + 44, x + 24, y + 64, x + 40, y + 84, x + 48, y + 118));
    }

    private void dermatology() {
        chair(560);
        lamp(1_060);
        brush.circle(shade(accent, 25), 1_330, 280, 140).circle(shade(accent, 60), 1_330, 280, 122);
        brush.fill(accent, dropShape(1_330, 280));
        brush.round(WHITE, box(1_190, 620, 280, 270, 14));
        for (int i = 0; i < 3; i++) {
            brush.line(METAL, 3, 1_200, 706 + i * 60, 1_460, 706 + i * 60);
            brush.round(METAL, box(1_300, 664 + i * 60, 60, 12, 6));
        }
        for (int i = 0; i < 4; i++) {
            brush.round(shade(accent, 15 + i * 14), box(1_214 + i * 62, 540 + (i % 2) * 26, 44, 80 - (i % 2) * 26, 12));
            brush.round(rgb(0x5D4A3A), box(1_222 + i * 62, 528 + (i % 2) * 26, 28, 16, 6));
        }
    }

    private static java.awt.Shape dropShape(int x, int y) {
        java.awt.geom.Path2D drop = curve(
                x, y - 84, x + 14, y - 40, x + 58, y - 4, x + 58, y + 34, x + 58, y + 92, x - 58, y + 92, x - 58,
                y + 34, x - 58, y - 4, x - 14, y - 40, x, y - 84);
        drop.closePath();
        return drop;
    }

    private void chair(int x) {
        brush.veil(rgb(0x2B3A3C), 16, box(x - 40, 886, 460, 26, 26));
        brush.rect(METAL, x + 150, 720, 54, 150).round(shade(METAL, -14), box(x + 40, 862, 280, 32, 16));
        brush.fill(shade(accent, -6), through(x - 60, 330, x + 30, 300, x + 150, 640, x + 60, 680));
        brush.round(shade(accent, 14), box(x - 84, 250, 120, 96, 50));
        brush.sky(accent, shade(accent, -16), box(x + 50, 630, 330, 92, 50));
        brush.fill(shade(accent, -10), through(x + 330, 640, x + 390, 650, x + 500, 800, x + 440, 830));
        brush.round(METAL, box(x + 120, 560, 210, 26, 13)).rect(METAL, x + 210, 580, 16, 60);
    }

    /// A lamp on a jointed arm.
    private void lamp(int x) {
        brush.glow(rgb(0xFFF2C9), x - 190, 400, 220);
        brush.line(shade(METAL, -10), 16, x, 120, x, 300).line(shade(METAL, -10), 16, x, 300, x - 180, 340);
        brush.circle(shade(METAL, -25), x, 300, 18).rect(shade(METAL, -20), x - 60, 96, 120, 26);
        brush.oval(shade(METAL, 10), x - 270, 320, 170, 70).oval(rgb(0xFFF7DD), x - 250, 346, 130, 40);
    }
}
