namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>What a showtime should cost, and why.</summary>
public sealed record PriceAdviceAnswer
{
    /// <summary>The showtime, and what will have been sold at the present price.</summary>
    public required ShowDemandAnswer Showtime { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The base price now, in hundredths.</summary>
    public required int CurrentPriceCents { get; init; }

    /// <summary>The base price that should be asked, in hundredths; the present one when a change is not worth it.
    /// </summary>
    public required int SuggestedPriceCents { get; init; }

    /// <summary>The change in percent.</summary>
    public required double ChangePercent { get; init; }

    /// <summary>What is still to come in at the present price, in hundredths.</summary>
    public required long CurrentRevenueCents { get; init; }

    /// <summary>What is still to come in at the suggested price, in hundredths.</summary>
    public required long ExpectedRevenueCents { get; init; }

    /// <summary>The gain in percent.</summary>
    public required double GainPercent { get; init; }

    /// <summary>The present price over what the theater usually asks at such times.</summary>
    public required double PriceRatio { get; init; }

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>.</summary>
    public required string Confidence { get; init; }

    /// <summary>Why, in sentences.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What the expectation rests on.</summary>
    public required IReadOnlyList<FactorAnswer> Factors { get; init; }

    /// <summary>What prices do to demand.</summary>
    public required ElasticityAnswer Elasticity { get; init; }

    /// <summary>All prices that were weighed, the lowest first.</summary>
    public required IReadOnlyList<PriceCandidateAnswer> Candidates { get; init; }

    /// <summary>What was learned from.</summary>
    public required AdviceBasisAnswer Basis { get; init; }
}
