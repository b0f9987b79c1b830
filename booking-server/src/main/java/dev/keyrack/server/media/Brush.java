package dev.keyrack.server.media;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/// Paints flat shapes on a picture of 1600 by 1000.
final class Brush {

    static final int WIDTH = 1_600;
    static final int HEIGHT = 1_000;

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = image.createGraphics();

    Brush() {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_ENABLE);
    }

    BufferedImage done() {
        pen.dispose();
        return image;
    }

    static Color rgb(int value) {
        return new Color(value);
    }

    /// A lighter (above zero) or darker (below) shade, in percent.
    static Color shade(Color color, int percent) {
        int towards = percent > 0 ? 255 : 0;
        int part = Math.abs(percent);
        return new Color(
                mix(color.getRed(), towards, part),
                mix(color.getGreen(), towards, part),
                mix(color.getBlue(), towards, part));
    }

    private static int mix(int from, int to, int percent) {
        return from + (to - from) * percent / 100;
    }

    Brush fill(Color color, Shape shape) {
        pen.setPaint(color);
        pen.fill(shape);
        return this;
    }

    Brush rect(Color color, int x, int y, int width, int height) {
        pen.setPaint(color);
        pen.fillRect(x, y, width, height);
        return this;
    }

    Brush round(Color color, RoundRectangle2D box) {
        return fill(color, box);
    }

    static RoundRectangle2D box(int x, int y, int width, int height, int radius) {
        return new RoundRectangle2D.Double(x, y, width, height, radius, radius);
    }

    Brush circle(Color color, int x, int y, int radius) {
        return fill(color, new Ellipse2D.Double(x - radius, y - radius, 2.0 * radius, 2.0 * radius));
    }

    Brush oval(Color color, int x, int y, int width, int height) {
        return fill(color, new Ellipse2D.Double(x, y, width, height));
    }

    /// From one colour at the top to another at the bottom.
    Brush sky(Color top, Color bottom, Shape shape) {
        pen.setPaint(new GradientPaint(
                0, shape.getBounds().y, top, 0, (float) shape.getBounds().getMaxY(), bottom));
        pen.fill(shape);
        return this;
    }

    /// Light that fades away from a point.
    Brush glow(Color color, int x, int y, int radius) {
        Color none = new Color(color.getRed(), color.getGreen(), color.getBlue(), 0);
        Color full = new Color(color.getRed(), color.getGreen(), color.getBlue(), 150);
        pen.setPaint(new RadialGradientPaint(x, y, radius, new float[] {0, 1}, new Color[] {full, none}));
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2.0 * radius, 2.0 * radius));
        return this;
    }

    /// A shade over a part of the picture.
    Brush veil(Color color, int percent, Shape shape) {
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, percent / 100f));
        fill(color, shape);
        pen.setComposite(AlphaComposite.SrcOver);
        return this;
    }

    Brush line(Color color, int width, int x1, int y1, int x2, int y2) {
        return stroke(color, width, new java.awt.geom.Line2D.Double(x1, y1, x2, y2));
    }

    Brush stroke(Color color, int width, Shape shape) {
        pen.setPaint(color);
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
        return this;
    }

    /// A closed shape through points: x, y, x, y, ...
    static Path2D through(int... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    /// An open, smooth line: a start, then two handles and an end for each bend.
    static Path2D curve(int... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 6) {
            path.curveTo(points[i], points[i + 1], points[i + 2], points[i + 3], points[i + 4], points[i + 5]);
        }
        return path;
    }

    Brush clip(Shape shape) {
        pen.setClip(shape);
        return this;
    }

    Brush free() {
        pen.setClip(null);
        return this;
    }
}
