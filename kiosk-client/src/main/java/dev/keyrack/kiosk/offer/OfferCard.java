package dev.keyrack.kiosk.offer;

import dev.keyrack.kiosk.flow.Offer;
import java.util.List;

/// An offer as the list shows it.
///
/// @param left how many are left where that is few, or when it is next, else empty
/// @param images paths of its pictures
public record OfferCard(
        String id,
        String title,
        String text,
        String price,
        String total,
        String left,
        List<String> images,
        Offer offer) {}
