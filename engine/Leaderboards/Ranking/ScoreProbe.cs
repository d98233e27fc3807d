using System.Runtime.CompilerServices;
using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>In front of all entries of a sortable score.</summary>
internal readonly struct ScoreProbe(ulong score) : ITreeProbe<RankKey>
{
    public static bool IsByKeysAlone => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBehind(in RankKey key, in int item) => key.Score < score;
}
