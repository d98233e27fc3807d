namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Everything that was learned from booking's past, trained together and used together. Immutable, thread-safe.
/// <code>
/// history ─► demand   what a showtime will have sold, prices     ─► Forecast, Advise
///         ─► days     bookings and revenue by day, unusual days  ─► Days
///         ─► slots    times of the week that sell                ─► RankSlots
///         ─► films    how each film does                         ─► Films
///         ─► taste    who books what                             ─► Taste
/// </code>
/// </summary>
/// <remarks>
/// Training reads nothing but the history and the time given, and draws chance from the seed: the same give the same.
/// It is O(sales × log sales + rows × trees). With no history at all it answers from what is usual.
/// </remarks>
public sealed class BookingAdvisor
{
    private readonly DemandModel _demand;
    private readonly SlotTable _slots;

    private BookingAdvisor(DemandModel demand, SlotTable slots)
    {
        (_demand, _slots) = (demand, slots);
    }

    /// <summary>When it was trained and on how much.</summary>
    public required AdvisorSummary Summary { get; init; }

    /// <summary>Bookings and revenue by day.</summary>
    public required DailySales Days { get; init; }

    /// <summary>Every film of the last fortnight, the one that does worst first.</summary>
    public required IReadOnlyList<FilmReview> Films { get; init; }

    /// <summary>Who books what.</summary>
    public required TasteModel Taste { get; init; }

    /// <summary>Trains on what was known at a time.</summary>
    /// <param name="history">What was sold.</param>
    /// <param name="nowMs">The time, milliseconds since 1970: what came later is not looked at.</param>
    /// <param name="options">How; the usual when null.</param>
    /// <param name="cancel">Ends it early, between two models.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BookingAdvisor Train(
        SalesHistory history, long nowMs, AdvisorOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        options ??= new AdvisorOptions();
        SalesHistory known = history.AsOf(nowMs);
        var replay = new DemandReplay(known, nowMs);
        DemandModel demand = DemandTrainer.Train(known, replay, nowMs, options);
        cancel.ThrowIfCancellationRequested();
        TasteModel taste = TasteTrainer.Train(known, nowMs, options);
        cancel.ThrowIfCancellationRequested();
        return new BookingAdvisor(demand, SlotTable.Learn(known, replay.Sold, nowMs))
        {
            Days = DailySales.Learn(known, nowMs, options.ForecastDays),
            Films = FilmReviews.Learn(known, replay, nowMs),
            Taste = taste,
            Summary = new AdvisorSummary
            {
                AsOfMs = nowMs,
                Bookings = known.SaleCount,
                PastShowtimes = replay.StartedCount,
                Users = known.UserCount,
                Demand = demand.Score,
                LowBelow = demand.LowBelow,
                HighFrom = demand.HighFrom,
                Elasticity = demand.Elasticity,
                IsTasteLearned = taste.IsLearned,
            },
        };
    }

    /// <summary>Says what a showtime will have sold. O(trees × depth).</summary>
    /// <param name="show">The showtime as it stands.</param>
    /// <param name="nowMs">The present, milliseconds since 1970.</param>
    public ShowForecast Forecast(in UpcomingShowtime show, long nowMs) => _demand.Predict(QuestionOf(in show, nowMs));

    /// <summary>Says what a showtime should cost. O(trees × depth).</summary>
    /// <param name="show">The showtime as it stands.</param>
    /// <param name="nowMs">The present, milliseconds since 1970.</param>
    public PriceAdvice Advise(in UpcomingShowtime show, long nowMs) =>
        PriceAdvisor.Advise(_demand, QuestionOf(in show, nowMs), show.Free);

    /// <summary>Ranks the times of the week by what a showtime would bring, the best first.</summary>
    /// <param name="theaterId">Only of this theater; null for all.</param>
    /// <param name="genre">Only of this genre; null for all.</param>
    /// <returns>Null when it knows no such theater or genre.</returns>
    public IReadOnlyList<SlotAdvice>? RankSlots(ulong? theaterId, string? genre)
    {
        int theater = theaterId is { } id ? _demand.State.House.TheaterOf(id) : -1;
        int number = genre is null ? -1 : _demand.State.House.GenreOf(genre);
        bool isUnknown = (theaterId is not null && theater < 0) || (genre is not null && number < 0);
        return isUnknown ? null : _slots.Rank(theater, number, _demand.PriceMix);
    }

    private ShowQuestion QuestionOf(in UpcomingShowtime show, long nowMs)
    {
        HistoryHouse house = _demand.State.House;
        return new ShowQuestion(
            house.FilmOf(show.Movie.Id), house.TheaterOf(show.Theater.Id), house.GenreOf(show.Movie.Genre),
            ShowSlots.DayMsOf(show.Movie.ReleasedOn), show.StartsAtMs, show.Capacity, show.BaseCents, show.Sold, nowMs);
    }
}
