package dev.keyrack.server.search;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How far two points on the earth are apart, by the haversine formula on a sphere of 6371 km.
final class DistanceRule {

    private static final double EARTH_RADIUS_KM = 6371;

    private DistanceRule() {}

    /// Kilometres, rounded to 100 m.
    static BigDecimal kilometres(SearchCriteria.Point from, SearchCriteria.Point to) {
        double fromLatitude = Math.toRadians(from.latitude().doubleValue());
        double toLatitude = Math.toRadians(to.latitude().doubleValue());
        double byLatitude = Math.sin((toLatitude - fromLatitude) / 2);
        double byLongitude = Math.sin(
                Math.toRadians(to.longitude().subtract(from.longitude()).doubleValue()) / 2);
        double chord =
                byLatitude * byLatitude + Math.cos(fromLatitude) * Math.cos(toLatitude) * byLongitude * byLongitude;
        double distance = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
        return BigDecimal.valueOf(distance).setScale(1, RoundingMode.HALF_UP);
    }
}
