namespace Catalog.Engine.Booking.Advice;

/// <summary>How good demand forecasts were on the last fifth of the past, by a model that had not seen it.</summary>
/// <param name="ClassAccuracy">The share of showtimes whose class was said rightly.</param>
/// <param name="BaselineAccuracy">The share right when always saying the most frequent class.</param>
/// <param name="SeatError">The mean error in seats, as a share of the mean seats sold.</param>
/// <param name="Count">Forecasts compared.</param>
public readonly record struct DemandScore(
    double ClassAccuracy, double BaselineAccuracy, double SeatError, int Count);
