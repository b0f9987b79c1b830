package dev.keyrack.fx.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.text.Text;

/// Measures how well texts stand out from what is behind them (WCAG 2.2, 1.4.3 and 1.4.6), as they are drawn.
public final class Contrast {

    private static final double OF_ICONS = 3;

    private Contrast() {}

    /// The texts under the node with less contrast than that, and the icons below 3 to 1. What is greyed out because it
    /// cannot be used does not count.
    public static List<String> faint(Parent root, double least) {
        return CalmRobot.look(() -> {
            List<String> faint = new ArrayList<>();
            collect(root, least, faint);
            return faint;
        });
    }

    private static void collect(Node node, double least, List<String> faint) {
        if (!node.isVisible() || node.getOpacity() < 1) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            double ratio = ratioOf(text);
            if (ratio < (text.getStyleClass().contains("ikonli-font-icon") ? OF_ICONS : least)) {
                faint.add(String.format(Locale.ROOT, "%s %s %.2f", text.getText(), text.getStyleClass(), ratio));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, least, faint));
        }
    }

    private static double ratioOf(Text text) {
        if (!(text.getFill() instanceof Color front)) {
            throw new AssertionError("no plain colour: " + text);
        }
        return behind(text.getParent())
                .mapToDouble(back -> ratio(over(front, back), back))
                .min()
                .orElseThrow(() -> new AssertionError("nothing behind " + text));
    }

    /// The colours behind a node's children: one, or both ends of a gradient.
    private static Stream<Color> behind(Node node) {
        if (node == null) {
            return Stream.of(Color.WHITE);
        }
        List<BackgroundFill> fills = node instanceof Region region && region.getBackground() != null
                ? region.getBackground().getFills()
                : List.of();
        if (fills.isEmpty()) {
            return behind(node.getParent());
        }
        return colours(fills.getLast().getFill())
                .flatMap(colour -> colour.isOpaque()
                        ? Stream.of(colour)
                        : behind(node.getParent()).map(back -> over(colour, back)));
    }

    private static Stream<Color> colours(Paint paint) {
        return switch (paint) {
            case Color colour -> Stream.of(colour);
            case LinearGradient gradient -> gradient.getStops().stream().map(Stop::getColor);
            default -> throw new AssertionError("a paint without a contrast: " + paint);
        };
    }

    private static Color over(Color front, Color back) {
        return Color.color(front.getRed(), front.getGreen(), front.getBlue()).interpolate(back, 1 - front.getOpacity());
    }

    static double ratio(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
