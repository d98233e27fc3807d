namespace Catalog.Engine.Booking.Advice;

/// <summary>Puts into words what speaks for a film, the weightiest first.</summary>
internal static class TasteReasons
{
    private const int MaxReasons = 3;
    private const double NearKm = 4;
    private const int NewDays = 10;

    public static IReadOnlyList<TasteReason> Of(
        TasteModel model, TasteProfile profile, TasteCandidate candidate, float[] row,
        (IReadOnlyList<UpcomingShowtime> Shows, string? City) at)
    {
        var reasons = new List<(double Weight, TasteReason Reason)>();
        double draw = model.Contribution(row, 0) + model.Contribution(row, 1);
        double genre = model.Contribution(row, 2) + model.Contribution(row, 8), alike = model.Contribution(row, 3);
        if (profile.VisitsOf(candidate.Movie.Genre) > 0 && row[2] > 0)
            reasons.Add((genre, new TasteReason("genre", candidate.Movie.Genre)));
        if (alike > 0 && model.MostAlike(profile, candidate.Film) is { } title)
            reasons.Add((alike, new TasteReason("similar", title)));
        if (draw > 0) reasons.Add((draw, new TasteReason("popular", at.City ?? "")));
        if (at.Shows.Count > 0) AddShow(profile, at.Shows[0], reasons);
        if (row[5] < Math.Log(1 + NewDays)) reasons.Add((0.1, new TasteReason("new", candidate.Movie.Genre)));
        // Something always speaks for it, if only that others go there.
        if (reasons.Count == 0) reasons.Add((0, new TasteReason("popular", at.City ?? "")));
        return
        [
            .. reasons.OrderByDescending(static each => each.Weight).Take(MaxReasons)
                .Select(static each => each.Reason),
        ];
    }

    private static void AddShow(
        TasteProfile profile, UpcomingShowtime show, List<(double Weight, TasteReason Reason)> reasons)
    {
        bool isNear = profile.City == show.Theater.City
            && profile.DistanceKm(show.Theater.Latitude, show.Theater.Longitude) < NearKm;
        if (isNear) reasons.Add((0.3, new TasteReason("near", show.Theater.Name)));
        if (profile.IsUsualTime(show.StartsAtMs))
            reasons.Add((0.2, new TasteReason("time", $"{(DayOfWeek)ShowSlots.WeekdayOf(show.StartsAtMs)}")));
    }
}
