package dev.keyrack.kiosk.offer;

import java.io.ByteArrayInputStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/// A picture that fills its place and is cut where it must be; a drawn place as long as there is none.
public final class PhotoView extends Region {

    private final ImageView picture = new ImageView();
    private final FontIcon place = new FontIcon("fth-home");
    private final Rectangle clip = new Rectangle();

    public PhotoView() {
        getStyleClass().add("photo");
        place.getStyleClass().add("photo-place");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.setPreserveRatio(false);
        getChildren().addAll(place, picture);
        clip.setArcWidth(32);
        clip.setArcHeight(32);
        setClip(clip);
    }

    /// Shows a picture instead of the drawn place.
    public void show(byte[] png) {
        picture.setImage(new Image(new ByteArrayInputStream(png)));
        place.setVisible(false);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        layoutInArea(place, 0, 0, getWidth(), getHeight(), 0, javafx.geometry.HPos.CENTER, javafx.geometry.VPos.CENTER);
        Image image = picture.getImage();
        if (image != null && getHeight() > 0 && getWidth() > 0) {
            double scale = Math.max(getWidth() / image.getWidth(), getHeight() / image.getHeight());
            double width = getWidth() / scale;
            double height = getHeight() / scale;
            picture.setViewport(
                    new Rectangle2D((image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height));
            picture.setFitWidth(getWidth());
            picture.setFitHeight(getHeight());
        }
    }
}
