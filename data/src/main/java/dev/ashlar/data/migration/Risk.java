package dev.ashlar.data.migration;

/// A step that is not taken without a decision.
///
/// @param step what is done to what, such as `drop-column tasks.headline`: the words of the
///   approval
/// @param why what can go wrong
/// @param losing whether data is lost
public record Risk(String step, String why, boolean losing) {}
