namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Finds the price that brings most: for each candidate, what is still to be sold in each of nine ways things may turn
/// out, but no more than there are seats, times the price.
/// <code>
/// seats(p)   = min(free, remaining × (p / p now)^elasticity)
/// revenue(p) = mean over outcomes of p × seats(p)
/// </code>
/// </summary>
/// <remarks>
/// Constant elasticity and expected marginal revenue: Talluri and van Ryzin, The Theory and Practice of Revenue
/// Management, 2004, 5 and 7. Pure. O(candidates × outcomes).
/// </remarks>
internal static class PriceAdvisor
{
    // As far as demand can be told from what was tried; further, the curve is only drawn on.
    private const double LeastRatio = 0.7;
    private const double GreatestRatio = 1.3;
    private const int Steps = 12;

    // A change has to be worth the bother.
    private const double MinGain = 0.02;

    public static PriceAdvice Advise(DemandModel model, in ShowQuestion ask, int free)
    {
        ShowForecast forecast = model.Predict(in ask);
        var candidates = new PriceCandidate[Steps + 1];
        int step = ask.BaseCents >= 500 ? 10 : 1;
        for (int i = 0; i <= Steps; i++)
        {
            double ratio = LeastRatio + ((GreatestRatio - LeastRatio) * i / Steps);
            int cents = Math.Max(step, (int)Math.Round(ask.BaseCents * ratio / step) * step);
            // The price as it is stands among the others, unrounded.
            if (2 * i == Steps) cents = ask.BaseCents;
            candidates[i] = Weigh(model, in ask, forecast, cents, free);
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
            PriceRatio = Math.Exp(model.State.RelativePrice(ask.Theater, ask.StartsAtMs, ask.BaseCents)),
            Confidence = ConfidenceOf(forecast.Confidence, model.Elasticity),
        };
    }

    private static PriceCandidate Weigh(
        DemandModel model, in ShowQuestion ask, ShowForecast forecast, int cents, int free)
    {
        double change = Math.Pow(cents / (double)Math.Max(1, ask.BaseCents), model.Elasticity.Value);
        double seats = 0;
        foreach (double wanted in forecast.Wanted)
            seats += Math.Min(free, Math.Max(0, wanted - ask.Sold) * change) / forecast.Wanted.Length;
        return new PriceCandidate(cents, seats, seats * cents * model.PriceMix);
    }

    private static Confidence ConfidenceOf(Confidence forecast, PriceElasticity elasticity)
    {
        if (elasticity.IsKnown) return forecast;
        return forecast == Confidence.High ? Confidence.Medium : Confidence.Low;
    }
}
