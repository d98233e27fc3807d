namespace Catalog.Seed.Shared;

/// <summary>What to make, and where.</summary>
/// <param name="Scale">How much: 1 is the volumes of the specification.</param>
/// <param name="Seed">What all chance comes from.</param>
/// <param name="DataPath">The data folder.</param>
/// <param name="Now">The present: what is before it is history.</param>
internal sealed record SeedRequest(double Scale, int Seed, string DataPath, DateTimeOffset Now)
{
    /// <summary>A file that is told what is hidden in the history for models to find, or null.</summary>
    public string? TruthPath { get; init; }

    /// <summary>How much of what is summed up is kept one by one as well, the latest; 0 for nothing.</summary>
    public long RawCount { get; init; }

    /// <summary>The present, milliseconds since 1970.</summary>
    public long NowMs => Now.ToUnixTimeMilliseconds();

    /// <summary>How many of something there are at this scale, at least <paramref name="least"/>.</summary>
    public int CountOf(int atScaleOne, int least) => Math.Max(least, (int)Math.Round(atScaleOne * Scale));

    /// <summary>A source of chance of its own for each purpose: drawing more for one does not change another.</summary>
    public Random ChanceFor(int purpose) => new(unchecked((Seed * 1_000_003) + purpose));
}
