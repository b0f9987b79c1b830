package dev.keyrack.server.media;

import static dev.keyrack.server.media.Brush.box;
import static dev.keyrack.server.media.Brush.curve;
import static dev.keyrack.server.media.Brush.rgb;
import static dev.keyrack.server.media.Brush.shade;
import static dev.keyrack.server.media.Brush.through;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.List;

/// A stage as the audience sees it: a concert, or a play.
final class StageScene {

    private static final int STAGE = 700;
    private static final Color DARK = rgb(0x1B1730);
    private static final Color CURTAIN = rgb(0x9E2B3A);
    private static final Color GOLD = rgb(0xE3B565);

    private final Brush brush;
    private final String name;

    StageScene(Brush brush, String name) {
        this.brush = brush;
        this.name = name;
    }

    private boolean is(String... words) {
        return List.of(words).stream().anyMatch(name::contains);
    }

    void draw() {
        boolean boats = is("barca", "boat", "ship", "sea");
        boolean music = is("fado", "concert", "music", "jazz", "guitar", "orchestra");
        backdrop(boats);
        if (boats) {
            boat(560, 560, 120);
            boat(1_010, 600, 150);
            waves();
        }
        floor();
        if (music) {
            river();
            guitar();
            microphone(1_010);
            chair(560);
        } else if (!boats) {
            masks();
        }
        curtains();
        light(music ? 800 : 700);
        audience();
    }

    private void backdrop(boolean boats) {
        Color top = boats ? rgb(0x27406B) : rgb(0x241C4A);
        Color bottom = boats ? rgb(0xE08A5B) : rgb(0x6B4A86);
        brush.sky(top, bottom, new Rectangle(0, 0, Brush.WIDTH, STAGE));
        if (boats) {
            brush.glow(rgb(0xFFD9A0), 800, 560, 380).circle(rgb(0xFFE3B0), 800, 560, 120);
        } else {
            brush.glow(rgb(0xFFF3D0), 1_060, 220, 260).circle(rgb(0xFFF4DA), 1_060, 220, 74);
        }
        for (int i = 0; i < 40; i++) {
            int x = 260 + (i * 271) % 1_080;
            int y = 90 + (i * 137) % (boats ? 200 : 320);
            brush.circle(rgb(0xFFF6E0), x, y, i % 5 == 0 ? 4 : 2);
        }
    }

    private void floor() {
        brush.sky(rgb(0x9A6A43), rgb(0x5F3D27), new Rectangle(0, STAGE, Brush.WIDTH, 150));
        for (int x = -400; x < Brush.WIDTH + 400; x += 110) {
            brush.line(rgb(0x55361F), 2, 800 + (x - 800) * 3 / 4, STAGE, x, STAGE + 150);
        }
        brush.sky(rgb(0x3C2618), rgb(0x22150D), new Rectangle(0, STAGE + 150, Brush.WIDTH, 150));
        for (int x = 210; x < 1_400; x += 130) {
            brush.glow(rgb(0xFFDF9A), x + 30, STAGE + 146, 60).round(GOLD, box(x, STAGE + 140, 60, 20, 20));
        }
    }

    private void river() {
        brush.sky(rgb(0x3B3A78), rgb(0x57457F), new Rectangle(0, 560, Brush.WIDTH, STAGE - 560));
        for (int i = 0; i < 26; i++) {
            int x = 260 + (i * 197) % 1_060;
            brush.round(rgb(0xC9B48F), box(x, 575 + (i * 53) % 110, 40 + (i * 31) % 60, 4, 4));
        }
        for (int i = 0; i < 22; i++) {
            int height = 50 + (i * 41) % 95;
            int x = 230 + i * 54;
            brush.rect(rgb(0x2B2350), x, 560 - height, 56, height);
            brush.fill(rgb(0x2B2350), through(x - 4, 562 - height, x + 28, 532 - height, x + 60, 562 - height));
            brush.rect(rgb(0xF3C877), x + 14, 585 - height, 9, 12).rect(rgb(0xF3C877), x + 34, 602 - height, 9, 12);
        }
        brush.stroke(rgb(0x201A40), 12, new Arc2D.Double(420, 470, 240, 190, 0, 180, Arc2D.OPEN));
        brush.stroke(rgb(0x201A40), 12, new Arc2D.Double(940, 470, 240, 190, 0, 180, Arc2D.OPEN));
        brush.rect(rgb(0x201A40), 240, 466, 1_120, 10);
        floor();
    }

    private void guitar() {
        brush.veil(rgb(0x000000), 30, new java.awt.geom.Ellipse2D.Double(620, 770, 330, 40));
        brush.line(rgb(0x4B2F1C), 34, 780, 470, 800, 180);
        brush.round(rgb(0x3A2415), box(772, 120, 62, 92, 18));
        for (int i = 0; i < 3; i++) {
            brush.circle(GOLD, 766, 140 + i * 26, 8).circle(GOLD, 840, 140 + i * 26, 8);
        }
        Color body = rgb(0xC9853F);
        brush.circle(shade(body, -30), 768, 660, 142).circle(shade(body, -30), 782, 500, 106);
        brush.circle(body, 768, 656, 130).circle(body, 782, 502, 95);
        brush.circle(shade(body, 20), 764, 652, 106);
        brush.circle(rgb(0x2A180D), 778, 560, 44)
                .stroke(rgb(0xF2D9A6), 5, new Arc2D.Double(728, 510, 100, 100, 0, 360, Arc2D.OPEN));
        brush.round(rgb(0x3A2415), box(712, 690, 112, 18, 8));
        for (int i = 0; i < 6; i++) {
            brush.line(rgb(0xF5E9CE), 2, 744 + i * 9, 696, 784 + i * 6, 150);
        }
    }

    private void microphone(int x) {
        brush.rect(rgb(0xB7BCC8), x - 4, 430, 8, 360).oval(rgb(0x8A90A0), x - 60, 778, 120, 26);
        brush.line(rgb(0xB7BCC8), 8, x, 436, x - 46, 396);
        brush.round(rgb(0x3C4150), box(x - 96, 350, 62, 60, 40));
        brush.circle(rgb(0xC8CDD8), x - 70, 366, 32).circle(rgb(0x9AA0AE), x - 70, 366, 22);
    }

    private void chair(int x) {
        brush.rect(rgb(0x3A2415), x - 70, 560, 16, 240).rect(rgb(0x3A2415), x + 48, 690, 14, 110);
        brush.round(rgb(0x4B2F1C), box(x - 74, 676, 146, 24, 10)).round(rgb(0x4B2F1C), box(x - 76, 540, 30, 130, 12));
    }

    private void boat(int x, int y, int size) {
        brush.fill(rgb(0xF4E6CC), through(x + 8, y - size * 2, x + 8, y - size / 4, x + size, y - size / 4));
        brush.fill(
                rgb(0xD9674E), through(x - 8, y - size * 7 / 4, x - 8, y - size / 4, x - size * 3 / 4, y - size / 4));
        brush.rect(rgb(0x4B2F1C), x - 5, y - size * 2 - 20, 10, size * 2 + 20);
        brush.fill(
                rgb(0x5B3621),
                through(
                        x - size * 5 / 4,
                        y - size / 5,
                        x + size * 5 / 4,
                        y - size / 5,
                        x + size * 4 / 5,
                        y + size / 2,
                        x - size * 4 / 5,
                        y + size / 2));
        brush.line(GOLD, 8, x - size * 5 / 4 + 12, y - size / 8, x + size * 5 / 4 - 12, y - size / 8);
        brush.fill(rgb(0xE3B565), through(x, y - size * 2 - 24, x + size / 2, y - size * 2 - 6, x, y - size * 2 + 14));
    }

    private void waves() {
        List<Color> blues = List.of(rgb(0x4A7FA5), rgb(0x376A92), rgb(0x28557C));
        for (int row = 0; row < 3; row++) {
            int y = 580 + row * 44;
            Path2D wave = new Path2D.Double();
            wave.moveTo(0, STAGE);
            wave.lineTo(0, y);
            for (int x = 0; x < Brush.WIDTH; x += 120) {
                int shift = row * 40;
                wave.curveTo(x + 40 - shift, y - 34, x + 80 - shift, y + 34, x + 120, y);
            }
            wave.lineTo(Brush.WIDTH, STAGE);
            wave.closePath();
            brush.fill(blues.get(row), wave);
        }
    }

    private void masks() {
        mask(640, 380, rgb(0xF2E3C6), 1);
        mask(960, 430, rgb(0xC7CBE2), -1);
    }

    private void mask(int x, int y, Color color, int mood) {
        Path2D face = curve(
                x - 140, y - 140, x - 60, y - 170, x + 60, y - 170, x + 140, y - 140, x + 150, y + 60, x + 80, y + 190,
                x, y + 200, x - 80, y + 190, x - 150, y + 60, x - 140, y - 140);
        face.closePath();
        brush.fill(color, face);
        brush.oval(DARK, x - 92, y - 70, 66, 44).oval(DARK, x + 26, y - 70, 66, 44);
        int mouth = y + (mood > 0 ? 60 : 120);
        brush.stroke(
                DARK, 20, curve(x - 70, mouth, x - 40, mouth + mood * 70, x + 40, mouth + mood * 70, x + 70, mouth));
    }

    private void curtains() {
        for (int side = 0; side < 2; side++) {
            int edge = side == 0 ? 0 : Brush.WIDTH;
            int in = side == 0 ? 1 : -1;
            for (int fold = 0; fold < 6; fold++) {
                int x = edge + in * fold * 44;
                brush.fill(
                        shade(CURTAIN, fold % 2 == 0 ? -8 : 10),
                        through(
                                x,
                                0,
                                x + in * 46,
                                0,
                                x + in * (40 - fold * 4),
                                STAGE + 60,
                                x - in * fold * 5,
                                STAGE + 60));
            }
            brush.round(GOLD, box(edge + (side == 0 ? 0 : -170), 430, 170, 22, 14));
        }
        for (int i = 0; i < 8; i++) {
            brush.fill(
                    shade(CURTAIN, i % 2 == 0 ? 4 : -6),
                    new Arc2D.Double(i * 200 - 6, -130, 212, 240, 180, 180, Arc2D.CHORD));
            brush.stroke(GOLD, 7, new Arc2D.Double(i * 200 - 6, -130, 212, 240, 180, 180, Arc2D.OPEN));
        }
    }

    private void light(int x) {
        brush.veil(rgb(0xFFF2CC), 12, through(x - 40, 0, x + 40, 0, x + 330, STAGE + 140, x - 330, STAGE + 140));
    }

    private void audience() {
        for (int row = 0; row < 2; row++) {
            Color heads = row == 0 ? rgb(0x2A2140) : DARK;
            int y = 900 + row * 60;
            for (int x = row * 55 - 20; x < Brush.WIDTH + 80; x += 112) {
                int tall = (x * 7 + row) % 18;
                brush.circle(heads, x, y - tall, 40).round(heads, box(x - 56, y + 30 - tall, 112, 120, 70));
            }
        }
    }
}
