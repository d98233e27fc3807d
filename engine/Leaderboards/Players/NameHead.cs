namespace Catalog.Engine.Leaderboards.Players;

/// <summary>
/// The first sixteen bytes of a name in lower case, the first one highest, zero where it has ended: what players are
/// ordered by. Only names that agree in these are looked up to be compared.
/// </summary>
internal readonly record struct NameHead(ulong High, ulong Low)
{
    /// <summary>How many bytes it has.</summary>
    public const int SizeBytes = 16;

    /// <summary>Whether it comes before another one.</summary>
    public bool IsBefore(in NameHead other) => High != other.High ? High < other.High : Low < other.Low;
}
