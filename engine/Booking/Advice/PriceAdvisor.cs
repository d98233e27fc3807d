namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Finds the price that brings most: for each candidate, what is still to be sold in each of nine ways things may turn
/// out, but no more than there are seats, times the price, less what the house's other showtimes lose by it.
/// <code>
/// seats(p)   = min(free, remaining × exp(elasticity × (p - p now) / p usual))
/// revenue(p) = mean over outcomes of p × seats(p) - diverted × p now × (seats(p) - seats(p now))
/// </code>
/// Four things keep it from always asking for the least or the most there is to choose from:
/// <list type="bullet">
/// <item>Demand reacts the more, the more a showtime costs already: elasticity is that at the usual price, and grows
/// with the price (exponential demand). One that is dear already is lowered further than one that is cheap.</item>
/// <item>Some of whom a lower price draws would have come to another showtime, the more so the earlier it is lowered;
/// and of whom a higher price keeps away, as many go to another.</item>
/// <item>Elasticity is taken a standard error less favourable than it was found: where prices hardly varied, nothing
/// is suggested.</item>
/// <item>A change worth less than half a percent is not suggested.</item>
/// </list>
/// </summary>
/// <remarks>
/// Exponential demand, expected marginal revenue, and diversion: Talluri and van Ryzin, The Theory and Practice of
/// Revenue Management, 2004, 5 and 7; of cinemas, de Roos and McKenzie, "Cheap Tuesdays and the demand for cinema",
/// 2014. How many are diverted is an assumption, for no history of a single house shows it. Pure.
/// O(candidates × outcomes).
/// </remarks>
internal static class PriceAdvisor
{
    // As far as demand can be told from what was tried; further, the curve is only drawn on.
    private const double LeastRatio = 0.7;
    private const double GreatestRatio = 1.3;
    private const int Steps = 12;

    // A change has to be worth the bother.
    private const double MinGain = 0.005;

    // A quarter of them long before; half as many a week before, next to none in the last hours.
    private const double MostDiverted = 0.25;
    private const double HalfDivertedHours = 168;

    // A price further from the usual one is a typing error, or a special event.
    private const double LeastRelative = 0.5;
    private const double GreatestRelative = 2;

    public static PriceAdvice Advise(DemandModel model, in ShowQuestion ask, int free)
    {
        ShowForecast forecast = model.Predict(in ask);
        var candidates = new PriceCandidate[Steps + 1];
        int step = ask.BaseCents >= 500 ? 10 : 1;
        double relative = Math.Exp(model.State.RelativePrice(ask.Theater, ask.StartsAtMs, ask.BaseCents));
        var offer = new Offer
        {
            Forecast = forecast,
            Elasticity = model.Elasticity,
            NowCents = ask.BaseCents,
            UsualCents = Math.Max(1, ask.BaseCents) / Math.Clamp(relative, LeastRelative, GreatestRelative),
            Sold = ask.Sold,
            Free = free,
            Diverted = MostDiverted * ask.HoursUntil / (ask.HoursUntil + HalfDivertedHours),
            PriceMix = model.PriceMix,
        };
        for (int i = 0; i <= Steps; i++)
        {
            double ratio = LeastRatio + ((GreatestRatio - LeastRatio) * i / Steps);
            int cents = Math.Max(step, (int)Math.Round(ask.BaseCents * ratio / step) * step);
            // The price as it is stands among the others, unrounded.
            if (2 * i == Steps) cents = ask.BaseCents;
            candidates[i] = Weigh(in offer, cents);
        }

        PriceCandidate now = candidates[Steps / 2], best = now;
        foreach (PriceCandidate candidate in candidates)
            if (candidate.RevenueCents > best.RevenueCents) best = candidate;
        if (best.RevenueCents < now.RevenueCents * (1 + MinGain)) best = now;
        return new PriceAdvice
        {
            Now = now,
            Suggested = best,
            Candidates = candidates,
            Forecast = forecast,
            Elasticity = model.Elasticity,
            PriceRatio = relative,
            Confidence = ConfidenceOf(forecast.Confidence, model.Elasticity),
        };
    }

    private static PriceCandidate Weigh(in Offer offer, int cents)
    {
        double elasticity = offer.Elasticity.Cautious(isLower: cents < offer.NowCents);
        double change = Math.Exp(elasticity * (cents - offer.NowCents) / offer.UsualCents);
        double seats = 0, before = 0;
        foreach (double wanted in offer.Forecast.Wanted)
        {
            double remaining = Math.Max(0, wanted - offer.Sold);
            seats += Math.Min(offer.Free, remaining * change) / offer.Forecast.Wanted.Length;
            before += Math.Min(offer.Free, remaining) / offer.Forecast.Wanted.Length;
        }

        double cost = offer.Diverted * offer.NowCents * (seats - before);
        return new PriceCandidate(cents, seats, ((seats * cents) - cost) * offer.PriceMix);
    }

    private static Confidence ConfidenceOf(Confidence forecast, PriceElasticity elasticity)
    {
        if (elasticity.IsKnown) return forecast;
        return forecast == Confidence.High ? Confidence.Medium : Confidence.Low;
    }

    /// <summary>What a candidate is weighed on.</summary>
    private readonly record struct Offer
    {
        public required ShowForecast Forecast { get; init; }

        public required PriceElasticity Elasticity { get; init; }

        public required int NowCents { get; init; }

        public required double UsualCents { get; init; }

        public required int Sold { get; init; }

        public required int Free { get; init; }

        /// <summary>The part of whom a lower price draws that would have come to another showtime.</summary>
        public required double Diverted { get; init; }

        public required double PriceMix { get; init; }
    }
}
