package dev.keyrack.desktop.sale;

import dev.keyrack.contract.value.BookingId;
import org.jspecify.annotations.Nullable;

/// How a sale ended, in words.
///
/// @param money what happened to the guest's money
/// @param booking null while it is not known whether there is one
/// @param code what the guest names on arrival, or empty
public record SaleResult(
        String headline,
        String stay,
        String money,
        @Nullable BookingId booking,
        String code) {}
