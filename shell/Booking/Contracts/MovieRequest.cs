namespace Catalog.Shell.Booking.Contracts;

/// <summary>A film as it should be.</summary>
/// <param name="Title">Its title.</param>
/// <param name="DurationMinutes">How long it runs.</param>
/// <param name="Genre">Its genre.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Rating">Its age rating.</param>
/// <param name="PosterUrl">Where its poster is.</param>
/// <param name="ReleasedOn">The day it came or comes out.</param>
public sealed record MovieRequest(
    string Title, int DurationMinutes, string Genre, string Description = "", string Rating = "",
    string PosterUrl = "", DateOnly? ReleasedOn = null);
