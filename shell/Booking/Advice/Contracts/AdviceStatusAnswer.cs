namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>How the models stand.</summary>
public sealed record AdviceStatusAnswer
{
    /// <summary>What they were learned from.</summary>
    public required AdviceBasisAnswer Basis { get; init; }

    /// <summary>People who had booked.</summary>
    public required int Customers { get; init; }

    /// <summary>Trainings finished since the server started.</summary>
    public required int Trainings { get; init; }

    /// <summary>Whether one is under way.</summary>
    public required bool IsTraining { get; init; }

    /// <summary>How long the last one took, in milliseconds.</summary>
    public required double TrainingMs { get; init; }

    /// <summary>Why the last one failed; absent when it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>
    /// The share of showtimes of the last fifth of the past whose demand class was said rightly by models that had not
    /// seen it; 0 when there was too little to try.
    /// </summary>
    public required double DemandAccuracy { get; init; }

    /// <summary>The share right when always saying the most frequent class.</summary>
    public required double DemandBaseline { get; init; }

    /// <summary>Forecasts that were compared for it.</summary>
    public required int DemandCompared { get; init; }

    /// <summary>Below this occupancy demand is low.</summary>
    public required double LowBelow { get; init; }

    /// <summary>From this occupancy on demand is high.</summary>
    public required double HighFrom { get; init; }

    /// <summary>What prices do to demand.</summary>
    public required ElasticityAnswer Elasticity { get; init; }

    /// <summary>Whether the weights of recommendations were learned; else they are the usual ones.</summary>
    public required bool IsTasteLearned { get; init; }
}
