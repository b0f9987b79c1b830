package dev.keyrack.server.media;

import static dev.keyrack.server.media.Brush.box;
import static dev.keyrack.server.media.Brush.curve;
import static dev.keyrack.server.media.Brush.rgb;
import static dev.keyrack.server.media.Brush.shade;
import static dev.keyrack.server.media.Brush.through;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;

/// A room for the night: its beds, what stands besides, and what the window shows.
final class RoomScene {

    private static final int FLOOR = 740;
    private static final Color WOOD = rgb(0xB98A5E);
    private static final Color LINEN = rgb(0xFBF8F2);
    private static final Color LAMPLIGHT = rgb(0xFFE2A8);
    private static final Color LEAF = rgb(0x5C8A6B);

    /// Wall and blanket that go together.
    private record Tone(Color wall, Color blanket) {}

    private static final List<Tone> TONES = List.of(
            new Tone(rgb(0xE9E2D6), rgb(0x6F8FA6)),
            new Tone(rgb(0xDFE6E3), rgb(0xC98B6B)),
            new Tone(rgb(0xE8DFE0), rgb(0x7E6B8F)),
            new Tone(rgb(0xDCE4EC), rgb(0xB9965A)),
            new Tone(rgb(0xE4E6D8), rgb(0x5F7F78)),
            new Tone(rgb(0xEDE3DA), rgb(0x9A5F5F)));

    private final Brush brush;
    private final String name;
    private final Tone tone;
    private final boolean sea;

    RoomScene(Brush brush, String name) {
        this.brush = brush;
        this.name = name;
        tone = TONES.get(Math.floorMod(name.hashCode(), TONES.size()));
        sea = is("resort", "beach", "sea");
    }

    private boolean is(String... words) {
        return List.of(words).stream().anyMatch(name::contains);
    }

    void draw() {
        room();
        if (is("loft")) {
            loft();
        } else if (is("grand suite")) {
            wideWindow(150, 130, 560, 420);
            sofa(130, 600, 480);
            bed(980, 420);
            plant(760, 1);
        } else if (is("suite")) {
            suite();
        } else if (is("family")) {
            family();
        } else {
            small();
        }
        brush.veil(rgb(0x2A1E12), 5, new Rectangle(0, 940, Brush.WIDTH, 60));
    }

    private void room() {
        brush.sky(shade(tone.wall(), 25), shade(tone.wall(), -4), new Rectangle(0, 0, Brush.WIDTH, FLOOR));
        brush.sky(shade(WOOD, 22), shade(WOOD, -6), new Rectangle(0, FLOOR, Brush.WIDTH, Brush.HEIGHT - FLOOR));
        for (int y = FLOOR + 50; y < Brush.HEIGHT; y += 62) {
            brush.line(shade(WOOD, -12), 2, 0, y, Brush.WIDTH, y);
        }
        brush.rect(shade(tone.wall(), 55), 0, FLOOR - 20, Brush.WIDTH, 20);
        brush.veil(rgb(0x3B2A1A), 12, new Rectangle(0, FLOOR, Brush.WIDTH, 12));
    }

    private void small() {
        boolean balcony = is("superior");
        if (balcony) {
            balcony(140);
        } else {
            wideWindow(150, 160, 380, 360);
        }
        if (is("twin")) {
            nightstand(1_035);
            bed(680, 320);
            bed(1_190, 320);
        } else {
            bed(is("single") ? 900 : 780, is("single") ? 320 : 520);
            nightstand(is("single") ? 1_260 : 1_350);
        }
        if (is("deluxe")) {
            minibar();
        } else if (balcony) {
            desk();
        } else {
            plant(560, 0);
        }
        art(is("deluxe") ? 2 : 1);
    }

    private void suite() {
        wideWindow(110, 120, 520, 400);
        boolean two = is("family");
        sofa(110, 610, 420);
        if (two) {
            bed(690, 330);
            bed(1_110, 400);
        } else {
            bed(900, 520);
            nightstand(1_470);
        }
        art(1);
        plant(two ? 600 : 740, 1);
    }

    private void family() {
        wideWindow(120, 150, 340, 340);
        if (is("standard")) {
            sofa(90, 620, 400);
            bed(720, 500);
            nightstand(1_270);
        } else {
            doorway();
            bed(620, 430);
            bed(1_140, 300);
        }
        art(1);
    }

    private void loft() {
        Color roof = shade(tone.wall(), -14);
        brush.fill(roof, through(0, 0, 620, 0, 0, 520));
        brush.fill(roof, through(Brush.WIDTH, 0, 980, 0, Brush.WIDTH, 520));
        brush.line(shade(WOOD, -18), 26, 620, 0, 0, 520);
        brush.line(shade(WOOD, -18), 26, 980, 0, Brush.WIDTH, 520);
        wideWindow(610, 90, 380, 330);
        bed(540, 520);
        plant(1_270, 1);
        nightstand(410);
    }

    private void wideWindow(int x, int y, int width, int height) {
        brush.round(shade(tone.wall(), 65), box(x - 18, y - 18, width + 36, height + 36, 16));
        view(new Rectangle(x, y, width, height));
        brush.rect(shade(tone.wall(), 65), x + width / 2 - 6, y, 12, height);
        brush.round(shade(tone.wall(), 50), box(x - 34, y + height + 14, width + 68, 24, 10));
        Color curtain = shade(tone.blanket(), 45);
        brush.rect(shade(WOOD, -30), x - 80, y - 50, width + 160, 10);
        for (int side : new int[] {x - 76, x + width + 4}) {
            brush.sky(curtain, shade(curtain, -10), new Rectangle(side, y - 44, 72, height + 130));
            for (int fold = 18; fold < 72; fold += 18) {
                brush.line(shade(curtain, -14), 3, side + fold, y - 40, side + fold, y + height + 80);
            }
        }
    }

    private void balcony(int x) {
        brush.round(shade(tone.wall(), 65), box(x - 18, 122, 456, FLOOR - 122, 16));
        view(new Rectangle(x, 140, 420, FLOOR - 160));
        brush.line(rgb(0x4B5560), 10, x, 520, x + 420, 520);
        for (int bar = x + 20; bar < x + 420; bar += 40) {
            brush.line(rgb(0x4B5560), 5, bar, 520, bar, FLOOR - 24);
        }
        brush.rect(shade(tone.wall(), 65), x + 203, 140, 14, FLOOR - 160);
    }

    private void view(Rectangle at) {
        brush.clip(at);
        if (sea) {
            brush.sky(rgb(0x8CC7EA), rgb(0xE8F4F4), at);
            brush.glow(rgb(0xFFF3C4), at.x + at.width * 3 / 4, at.y + at.height / 4, at.height / 3);
            brush.circle(rgb(0xFFF0B8), at.x + at.width * 3 / 4, at.y + at.height / 4, at.height / 13);
            int shore = at.y + at.height * 11 / 20;
            brush.sky(rgb(0x2F8FB5), rgb(0x6CC5CC), new Rectangle(at.x, shore, at.width, at.height / 2));
            brush.oval(rgb(0xF2DDAE), at.x - at.width / 4, at.y + at.height * 17 / 20, at.width * 3 / 2, at.height / 2);
            brush.fill(rgb(0xFFFFFF), through(at.x + 90, shore + 8, at.x + 90, shore - 62, at.x + 134, shore + 8));
            brush.round(rgb(0xB5533C), box(at.x + 74, shore + 10, 74, 14, 12));
        } else {
            brush.sky(rgb(0xA9C4DE), rgb(0xFBE3C4), at);
            brush.circle(rgb(0xFFE9B5), at.x + at.width / 3, at.y + at.height / 3, at.height / 10);
            skyline(at, rgb(0xB48F86), 41, 20);
            skyline(at, rgb(0x8C6A69), 59, 4);
        }
        brush.free();
    }

    private void skyline(Rectangle at, Color roofs, int step, int above) {
        int bottom = at.y + at.height;
        for (int i = 0; i * step * 2 < at.width + step; i++) {
            int x = at.x + i * step * 2 - step / 2;
            int top = bottom - at.height / 4 - at.height * ((i * 7 + step) % 11) / 40 - at.height * above / 100;
            brush.rect(shade(roofs, (i * 5) % 16), x, top, step * 2 + 2, bottom - top);
            brush.fill(rgb(0xA9573F), through(x - 5, top, x + step, top - 30, x + step * 2 + 6, top));
            for (int window = top + 22; window < bottom; window += 38) {
                brush.rect(rgb(0xFFE2A8), x + step / 2, window, 13, 17);
                brush.rect(rgb(0xF3D9B4), x + step + step / 3, window, 13, 17);
            }
        }
    }

    private void bed(int x, int width) {
        Color frame = shade(WOOD, -28);
        brush.veil(rgb(0x2A1E12), 20, box(x - 10, 878, width + 20, 34, 30));
        brush.sky(shade(frame, 18), frame, box(x - 14, 470, width + 28, 330, 40));
        brush.round(shade(frame, 10), box(x + 16, 500, width - 32, 160, 24));
        brush.round(shade(LINEN, -6), box(x, 640, width, 230, 36));
        int pillows = width > 380 ? 2 : 1;
        int pillow = (width - 40 - 20 * (pillows - 1)) / pillows;
        for (int i = 0; i < pillows; i++) {
            int left = x + 20 + i * (pillow + 20);
            brush.round(shade(LINEN, -12), box(left, 588, pillow, 98, 52));
            brush.round(LINEN, box(left, 580, pillow, 96, 52));
        }
        brush.sky(shade(tone.blanket(), 12), shade(tone.blanket(), -12), box(x - 8, 700, width + 16, 180, 36));
        brush.round(LINEN, box(x - 8, 690, width + 16, 46, 26));
        brush.round(shade(tone.blanket(), 35), box(x - 8, 790, width + 16, 40, 4));
        brush.rect(shade(frame, -25), x + 10, 876, 22, 34).rect(shade(frame, -25), x + width - 32, 876, 22, 34);
    }

    private void nightstand(int x) {
        if (x > 1_440) {
            standingLamp(x + 20);
            return;
        }
        brush.glow(LAMPLIGHT, x + 60, 560, 210);
        brush.round(shade(WOOD, -20), box(x, 700, 120, 170, 12));
        brush.line(shade(WOOD, -45), 3, x + 8, 780, x + 112, 780);
        brush.circle(shade(WOOD, 40), x + 60, 740, 7).circle(shade(WOOD, 40), x + 60, 825, 7);
        brush.rect(rgb(0x6B5B4B), x + 55, 620, 10, 82);
        brush.fill(LAMPLIGHT, through(x + 32, 540, x + 88, 540, x + 112, 630, x + 8, 630));
    }

    private void standingLamp(int x) {
        brush.glow(LAMPLIGHT, x, 400, 240);
        brush.rect(rgb(0x6B5B4B), x - 5, 420, 10, 460).oval(rgb(0x6B5B4B), x - 55, 868, 110, 24);
        brush.fill(LAMPLIGHT, through(x - 44, 340, x + 44, 340, x + 76, 450, x - 76, 450));
    }

    private void sofa(int x, int y, int width) {
        Color cloth = shade(tone.blanket(), 20);
        brush.veil(rgb(0x2A1E12), 18, box(x - 6, y + 240, width + 12, 30, 30));
        brush.sky(cloth, shade(cloth, -10), box(x, y, width, 190, 50));
        brush.round(shade(cloth, 12), box(x + 30, y + 100, width / 2 - 34, 110, 30));
        brush.round(shade(cloth, 12), box(x + width / 2 + 4, y + 100, width / 2 - 34, 110, 30));
        brush.round(shade(cloth, -14), box(x - 24, y + 70, 70, 180, 40));
        brush.round(shade(cloth, -14), box(x + width - 46, y + 70, 70, 180, 40));
        brush.round(shade(cloth, -18), box(x, y + 196, width, 54, 20));
        brush.round(rgb(0xE9C46A), box(x + 60, y + 40, 92, 84, 26));
    }

    private void plant(int x, int size) {
        int top = size == 0 ? 560 : 470;
        for (int i = -3; i <= 3; i++) {
            brush.stroke(
                    i % 2 == 0 ? LEAF : shade(LEAF, 18),
                    17,
                    curve(x, 790, x + i * 8, 690, x + i * 18, top + 40, x + i * 34, top + Math.abs(i) * 34));
        }
        brush.fill(rgb(0xC77B58), through(x - 52, 770, x + 52, 770, x + 36, 880, x - 36, 880));
        brush.round(rgb(0xD58A66), box(x - 58, 756, 116, 28, 10));
    }

    private void desk() {
        brush.rect(shade(WOOD, -24), 600, 660, 150, 16);
        brush.rect(shade(WOOD, -34), 610, 676, 14, 200).rect(shade(WOOD, -34), 726, 676, 14, 200);
        brush.rect(rgb(0x6B5B4B), 676, 590, 8, 72).fill(LAMPLIGHT, through(650, 560, 710, 560, 722, 600, 638, 600));
    }

    private void minibar() {
        brush.round(shade(WOOD, -30), box(560, 600, 150, 272, 14));
        brush.round(rgb(0x3C4650), box(576, 690, 118, 166, 8)).round(rgb(0x566472), box(586, 700, 98, 146, 6));
        for (int i = 0; i < 3; i++) {
            brush.round(
                    List.of(rgb(0x7FA37B), rgb(0xD7B15A), rgb(0xB56A5A)).get(i), box(596 + i * 30, 750, 18, 86, 10));
        }
        brush.rect(rgb(0x7FA37B), 590, 540, 20, 60).rect(rgb(0xE7EEF2), 640, 562, 34, 38);
    }

    private void doorway() {
        brush.round(shade(tone.wall(), -24), box(1_470, 250, 130, FLOOR - 250, 8));
        brush.sky(rgb(0xFFF1D4), rgb(0xF2DDB8), new Rectangle(1_486, 268, 114, FLOOR - 268));
    }

    private void art(int count) {
        for (int i = 0; i < count; i++) {
            int x = (count == 1 ? 980 : 900) + i * 200;
            brush.round(shade(WOOD, -35), box(x, 210, 160, 190, 6));
            brush.rect(shade(tone.wall(), 60), x + 12, 222, 136, 166);
            brush.circle(shade(tone.blanket(), 25), x + 80, 290, 36);
            brush.fill(
                    shade(tone.blanket(), -5),
                    through(x + 12, 388, x + 60, 318, x + 98, 360, x + 122, 330, x + 148, 388));
        }
    }
}
