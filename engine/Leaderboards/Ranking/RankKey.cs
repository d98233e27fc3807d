using System.Runtime.InteropServices;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// What a ranking is ordered by: the score turned so that the better one is smaller, then when it was reached. The
/// lowest bit of the stamp says whether the member is hidden; stamps differ above it, so it orders nothing.
/// </summary>
/// <param name="Score">The sortable score.</param>
/// <param name="Stamp">When it was reached, twice, and whether it is hidden.</param>
[StructLayout(LayoutKind.Sequential, Pack = sizeof(uint))]
internal readonly record struct RankKey(ulong Score, uint Stamp)
{
    public const int SizeBytes = 12;

    public bool IsHidden => (Stamp & 1) != 0;
}
