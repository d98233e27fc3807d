namespace Catalog.Engine.Models.Boosting;

/// <summary>How <see cref="GradientBoostedTrees"/> are trained.</summary>
public sealed record BoostOptions
{
    /// <summary>What is minimised.</summary>
    public BoostLoss Loss { get; init; }

    /// <summary>Trees at most.</summary>
    public int MaxTrees { get; init; } = 200;

    /// <summary>Questions from root to leaf, 1 to 12.</summary>
    public int Depth { get; init; } = 5;

    /// <summary>How much of each tree's advice is taken.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Values a column is told apart into, 2 to 256.</summary>
    public int Bins { get; init; } = 64;

    /// <summary>The penalty on squared leaf values.</summary>
    public double Penalty { get; init; } = 1;

    /// <summary>Rows a leaf has at least (for a probability: their curvature, a quarter a row at most).</summary>
    public double MinLeafWeight { get; init; } = 20;

    /// <summary>The share of rows each tree sees, more than 0, at most 1.</summary>
    public double RowShare { get; init; } = 0.8;

    /// <summary>The share of columns each tree may ask about, more than 0, at most 1.</summary>
    public double ColumnShare { get; init; } = 0.8;

    /// <summary>The share of rows kept back to see when more trees do not help; 0 to grow all trees.</summary>
    public double ValidationShare { get; init; } = 0.15;

    /// <summary>Trees that may go by without the kept-back rows being predicted better.</summary>
    public int Patience { get; init; } = 15;
}
