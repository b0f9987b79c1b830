package dev.keyrack.fx.check;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;

/// Measures what is there to be touched.
public final class Targets {

    private Targets() {}

    /// A target, and where it is in the scene as far as it is not scrolled away.
    public record Target(ButtonBase button, Bounds area, boolean whole) {

        @Override
        public String toString() {
            return "%s '%s' at %.0f,%.0f %.0f x %.0f"
                    .formatted(
                            button.getId(),
                            button.getText(),
                            area.getMinX(),
                            area.getMinY(),
                            area.getWidth(),
                            area.getHeight());
        }
    }

    /// What can be touched under a node.
    public static List<Target> list(Parent root) {
        return CalmRobot.look(() -> {
            List<Target> found = new ArrayList<>();
            Bounds scene = new BoundingBox(
                    0, 0, root.getScene().getWidth(), root.getScene().getHeight());
            collect(root, scene, found);
            return found;
        });
    }

    private static void collect(Node node, Bounds window, List<Target> found) {
        if (!node.isVisible()) {
            return;
        }
        Bounds seen = window;
        if (node instanceof ButtonBase button) {
            Bounds whole = button.localToScene(button.getLayoutBounds());
            Bounds area = common(whole, window);
            if (area.getWidth() > 1 && area.getHeight() > 1) {
                found.add(new Target(button, area, isWithin(whole, window)));
            }
        } else if (node instanceof ScrollPane scroll) {
            seen = common(scroll.localToScene(scroll.getLayoutBounds()), window);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                collect(child, seen, found);
            }
        }
    }

    private static boolean isWithin(Bounds inner, Bounds outer) {
        return outer.contains(
                inner.getMinX() + 1,
                inner.getMinY() + 1,
                Math.max(0, inner.getWidth() - 2),
                Math.max(0, inner.getHeight() - 2));
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    /// Targets that are smaller than that, and pairs that are nearer than that, in pixels.
    public static List<String> faulty(Parent root, double size, double gap) {
        List<Target> all = list(root);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Target one = all.get(i);
            if (one.whole() && Math.min(one.area().getWidth(), one.area().getHeight()) < size - 0.5) {
                faults.add("too small: " + one);
            }
            all.subList(i + 1, all.size()).stream()
                    .filter(other -> one.whole() && other.whole() && distance(one.area(), other.area()) < gap - 0.5)
                    .map(other -> "too near: " + one + " and " + other)
                    .forEach(faults::add);
        }
        return faults;
    }

    private static double distance(Bounds one, Bounds other) {
        double across = Math.max(one.getMinX(), other.getMinX()) - Math.min(one.getMaxX(), other.getMaxX());
        double down = Math.max(one.getMinY(), other.getMinY()) - Math.min(one.getMaxY(), other.getMaxY());
        return Math.max(across, down);
    }
}
