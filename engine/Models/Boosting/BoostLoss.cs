namespace Catalog.Engine.Models.Boosting;

/// <summary>What <see cref="GradientBoostedTrees"/> minimise.</summary>
public enum BoostLoss
{
    /// <summary>The squared error of a number.</summary>
    Squared,

    /// <summary>The logarithmic loss of a probability; targets are 0 or 1, scores are logarithms of odds.</summary>
    Logistic,
}
