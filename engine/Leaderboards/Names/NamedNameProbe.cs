using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// In front of, or behind, a name in a set where all scores are equal.
/// </summary>
internal readonly struct NamedNameProbe(NameTable names, ReadOnlyMemory<byte> name, bool isBehind)
    : ITreeProbe<NamedKey>
{
    public static bool IsByKeysAlone => false;

    public bool IsBehind(in NamedKey key, in int item)
    {
        int order = names.NameOf(item).SequenceCompareTo(name.Span);
        return isBehind ? order <= 0 : order < 0;
    }
}
