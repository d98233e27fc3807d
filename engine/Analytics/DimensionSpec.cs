namespace Catalog.Engine.Analytics;

/// <summary>What a rollup tells apart: films, theaters, hours of the day. Its values are numbers.</summary>
/// <param name="Name">Its name in queries: <c>movie</c>. Whoever shows a value knows its label by this name.</param>
/// <param name="Title">What people read.</param>
/// <param name="MaxValues">
/// How many values are told apart; those beyond count as <see cref="Other"/>, so that sums stay exact.
/// </param>
public sealed record DimensionSpec(string Name, string Title, int MaxValues = 1 << 16)
{
    /// <summary>The value of what could not be told apart, or of what nobody knows.</summary>
    public const ulong Other = ulong.MaxValue;
}
