using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>Behind an entry as it stood, hidden or not.</summary>
internal readonly struct CursorProbe(RankKey last) : ITreeProbe<RankKey>
{
    public static bool IsByKeysAlone => true;

    public bool IsBehind(in RankKey key, in int item) =>
        key.Score != last.Score ? key.Score < last.Score : key.Stamp >> 1 <= last.Stamp >> 1;
}
