namespace Catalog.Engine.Models.Linear;

/// <summary>How a <see cref="LogisticRegression"/> is trained.</summary>
public sealed record LogisticOptions
{
    /// <summary>The penalty on squared standardised coefficients; 0 for none.</summary>
    public double Penalty { get; init; } = 1;

    /// <summary>Steps at most; it mostly needs fewer than ten.</summary>
    public int MaxSteps { get; init; } = 30;

    /// <summary>Ends when no coefficient moves by more.</summary>
    public double Tolerance { get; init; } = 1e-7;
}
