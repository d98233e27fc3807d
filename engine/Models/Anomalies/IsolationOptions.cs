namespace Catalog.Engine.Models.Anomalies;

/// <summary>How an <see cref="IsolationForest"/> is grown.</summary>
public sealed record IsolationOptions
{
    /// <summary>Trees; the paper's 100 are enough for scores that hardly change.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>Rows each tree sees, the paper's 256: more hides anomalies among the many.</summary>
    public int SampleRows { get; init; } = 256;
}
