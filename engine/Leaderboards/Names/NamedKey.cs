namespace Catalog.Engine.Leaderboards;

/// <summary>
/// What a <see cref="NamedRankedSet"/> is ordered by: the score as a sortable number, then eight bytes of the name,
/// from where names begin to differ. Only names that agree in these are looked up to be compared.
/// </summary>
/// <param name="Score">The sortable score.</param>
/// <param name="Prefix">The eight bytes, the first one highest, zero where the name has ended.</param>
internal readonly record struct NamedKey(ulong Score, ulong Prefix);
