using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>In front of, or behind, a name in the order of players.</summary>
/// <param name="profiles">The players.</param>
/// <param name="folded">The name, in lower case.</param>
/// <param name="isBehind">Whether behind it.</param>
internal readonly struct ProfileProbe(ProfileTable profiles, ReadOnlyMemory<byte> folded, bool isBehind)
    : ITreeProbe<NameHead>
{
    private readonly NameHead _head = FoldedName.HeadOf(folded.Span);

    public static bool IsByKeysAlone => false;

    public bool IsBehind(in NameHead key, in int item)
    {
        if (key != _head) return key.IsBefore(in _head);
        int order = profiles.CompareName(item, folded.Span);
        return isBehind ? order <= 0 : order < 0;
    }
}
