package dev.keyrack.contract.catalog;

import dev.keyrack.contract.value.DecimalRule;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;

/// What a provider decides about a resource, whole: sent to create it and to change it.
///
/// @param images paths on the server, such as `/api/v1/media/med_7.png`, or addresses elsewhere
/// @param rating 0.0 to 5.0
/// @param capacity how many can be sold at one grain where no rule says otherwise
/// @param stepMinutes length of a TIME step (5, 10, 15, 30 or 60); 0 for the other grains
/// @param bufferBeforeMinutes time kept free before an appointment, in whole steps
/// @param bufferAfterMinutes time kept free after it, in whole steps
/// @param leadTimeMinutes how long before its start it must be booked at the latest
/// @param bookingWindowDays how many days ahead it can be booked at most
/// @param onRequest a booking waits for the provider's approval
public record ResourceTerms(
        ResourceType type,
        String name,
        String description,
        List<String> amenities,
        List<String> images,
        BigDecimal rating,
        int maximumGuests,
        int capacity,
        BigDecimal basePrice,
        int stepMinutes,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        int leadTimeMinutes,
        int bookingWindowDays,
        boolean onRequest,
        CancellationPolicy cancellationPolicy,
        List<Tax> taxes,
        List<OpeningHours> openingHours) {

    /// @throws IllegalArgumentException if a figure is out of range, naming it
    public ResourceTerms {
        require(!name.isBlank() && name.length() <= 120, "expected a name of 1 to 120 characters");
        require(description.length() <= 4000, "expected a description of at most 4000 characters");
        DecimalRule.require("rating", rating, 0, 5, 2);
        require(maximumGuests >= 1 && maximumGuests <= 100_000, "expected maximumGuests of 1 or more");
        require(capacity >= 0 && capacity <= 1_000_000, "expected a capacity from 0 to 1000000");
        DecimalRule.require("basePrice", basePrice, 0, 10_000_000, 3);
        require(
                type == ResourceType.APPOINTMENT ? List.of(5, 10, 15, 30, 60).contains(stepMinutes) : stepMinutes == 0,
                "expected stepMinutes of 5, 10, 15, 30 or 60 for an appointment, otherwise 0");
        require(
                stepMinutes == 0
                        ? bufferBeforeMinutes == 0 && bufferAfterMinutes == 0
                        : isBuffer(bufferBeforeMinutes, stepMinutes) && isBuffer(bufferAfterMinutes, stepMinutes),
                "expected buffers in whole steps of at most a day");
        int step = stepMinutes;
        require(
                step == 0
                        || openingHours.stream()
                                .allMatch(hours -> isOnStep(hours.opens(), step) && isOnStep(hours.closes(), step)),
                "expected openingHours in whole steps");
        require(leadTimeMinutes >= 0 && leadTimeMinutes <= 525_600, "expected leadTimeMinutes from 0 to 525600");
        require(bookingWindowDays >= 1 && bookingWindowDays <= 3660, "expected bookingWindowDays from 1 to 3660");
        amenities = List.copyOf(amenities);
        images = List.copyOf(images);
        taxes = List.copyOf(taxes);
        openingHours = List.copyOf(openingHours);
    }

    /// The same with other pictures.
    public ResourceTerms withImages(List<String> others) {
        return new ResourceTerms(
                type,
                name,
                description,
                amenities,
                others,
                rating,
                maximumGuests,
                capacity,
                basePrice,
                stepMinutes,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                leadTimeMinutes,
                bookingWindowDays,
                onRequest,
                cancellationPolicy,
                taxes,
                openingHours);
    }

    private static boolean isBuffer(int minutes, int step) {
        return minutes >= 0 && minutes <= 1_440 && minutes % step == 0;
    }

    private static boolean isOnStep(LocalTime time, int step) {
        return time.getSecond() == 0 && time.getNano() == 0 && (time.getHour() * 60 + time.getMinute()) % step == 0;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
