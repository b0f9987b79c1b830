package dev.keyrack.kiosk.frame;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One question: two children, the words that are read and the controls that are touched. Words stand above controls on
/// a portrait screen and left of them on a landscape one. Within reach, controls keep to the lower third of a portrait
/// screen, and what does not fit there scrolls. Controls that grow (`VBox.vgrow`) take the height that the words leave,
/// otherwise it is the other way round.
public final class Question extends Pane {

    private static final PseudoClass REACH = PseudoClass.getPseudoClass("reach");
    private static final double LOWER_THIRD = 2.0 / 3;

    private double share = 0.42;

    public double getShare() {
        return share;
    }

    /// How much of a landscape screen's width the words have; all of it leaves the controls below them.
    public void setShare(double share) {
        this.share = share;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Insets inner = getInsets();
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double width = getWidth() - inner.getLeft() - inner.getRight();
        double height = getHeight() - inner.getTop() - inner.getBottom();
        Scene scene = getScene();
        if (scene.getWidth() > scene.getHeight() && share < 1) {
            double left = snapSizeX(width * share);
            place(words(), x, y, left, height);
            place(controls(), x + left, y, width - left, height);
            return;
        }
        double below = heightOfControls(scene, y, width, height);
        place(words(), x, y, width, height - below);
        place(controls(), x, y + height - below, width, below);
    }

    private double heightOfControls(Scene scene, double y, double width, double height) {
        boolean grows = VBox.getVgrow(controls()) == Priority.ALWAYS;
        double wanted = controls().prefHeight(width);
        if (isWithinReach(scene)) {
            double most = localToScene(0, y + height).getY() - scene.getHeight() * LOWER_THIRD;
            return snapSizeY(grows ? most : Math.min(wanted, most));
        }
        return snapSizeY(grows ? height - words().prefHeight(width) : Math.min(wanted, height));
    }

    private static boolean isWithinReach(Scene scene) {
        return scene.getHeight() > scene.getWidth()
                && scene.getRoot().getPseudoClassStates().contains(REACH);
    }

    private static void place(Node node, double x, double y, double width, double height) {
        node.resizeRelocate(x, y, width, Math.max(0, height));
    }

    private Node words() {
        return getChildren().getFirst();
    }

    private Node controls() {
        return getChildren().getLast();
    }
}
