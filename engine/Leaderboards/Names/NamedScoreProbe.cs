using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>In front of, or behind, all entries of a sortable score.</summary>
internal readonly struct NamedScoreProbe(ulong score, bool isBehind) : ITreeProbe<NamedKey>
{
    public static bool IsByKeysAlone => true;

    public bool IsBehind(in NamedKey key, in int item) => isBehind ? key.Score <= score : key.Score < score;
}
