package dev.keyrack.contract.stay;

/// Looks for a guest's own booking. Both must be right: the code alone opens nothing.
///
/// @param confirmationCode as printed; case, blanks and dashes do not matter
/// @param lastName of the guest; case, accents and blanks around it do not matter
public record FindArrival(String confirmationCode, String lastName) {}
