using System.Diagnostics;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// Decides after each turn of a shard whether commands are let gather before the next one. Larger batches cost fewer
/// wake-ups and syncs a command, but callers who each wait for their answer before they ask again only lose the time.
/// So gathering is tried when many come, and kept up while about as many come as before. Where nothing is to be synced
/// nobody waits.
/// <code>
///        a window with MinPerMs or more
///  off ───────────────────────────────────► on
///   ▲    too few come, or an eighth less    │
///   └─── than before: pause first ◄─────────┘
/// </code>
/// </summary>
/// <remarks>O(1) a turn, allocates nothing. Not thread-safe: owned by the shard's loop.</remarks>
internal sealed class GatherRule
{
    /// <summary>Commands a millisecond from which larger batches are worth a millisecond.</summary>
    public const int MinPerMs = 6;

    /// <summary>Commands a millisecond below which they are not any more.</summary>
    public const int LeastPerMs = 3;

    /// <summary>So long is counted before anything is concluded: longer than a pause of the collector.</summary>
    public const int WindowMs = 32;

    /// <summary>
    /// So long it is not tried again where it was of no use, twice as long each time: it may only be that fewer came.
    /// </summary>
    public const int FirstPauseMs = 64;

    /// <summary>The longest pause: a trial costs less than a fiftieth then.</summary>
    public const int MaxPauseMs = 1024;

    /// <summary>A turn with more commands or more bytes is efficient as it is.</summary>
    public const int MaxWorks = 128;

    private const int MaxBytes = 32 * 1024;

    private bool _isOn;
    private long _windowStartMs;
    private long _windowWorks;
    private long _worksBefore;
    private long _noTrialBeforeMs = long.MinValue;
    private int _pauseMs = FirstPauseMs;

    /// <summary>Whether to wait before the next turn.</summary>
    /// <param name="works">Commands decided in this turn.</param>
    /// <param name="bytes">Bytes of their facts.</param>
    /// <param name="nowMs">The turn's time in milliseconds; it may jump.</param>
    public bool IsDue(int works, int bytes, long nowMs)
    {
        long elapsedMs = nowMs - _windowStartMs;
        if (elapsedMs is < 0 or > 4 * WindowMs) Restart(nowMs, isOn: false);
        else if (elapsedMs >= WindowMs) Conclude(nowMs, elapsedMs);
        _windowWorks += works;
        return _isOn && works is > 0 and <= MaxWorks && bytes is > 0 and < MaxBytes;
    }

    private void Conclude(long nowMs, long elapsedMs)
    {
        long works = _windowWorks * WindowMs / elapsedMs;
        if (!_isOn)
        {
            _worksBefore = works;
            Restart(nowMs, isOn: works >= MinPerMs * WindowMs && nowMs >= _noTrialBeforeMs);
            return;
        }

        bool isOfUse = works >= LeastPerMs * WindowMs && works >= _worksBefore * 7 / 8;
        if (!isOfUse) _noTrialBeforeMs = nowMs + _pauseMs;
        _pauseMs = isOfUse ? FirstPauseMs : Math.Min(_pauseMs * 2, MaxPauseMs);
        Restart(nowMs, isOfUse);
    }

    private void Restart(long nowMs, bool isOn)
    {
        Debug.Assert(_windowWorks >= 0, "a count only grows");
        _isOn = isOn;
        _windowStartMs = nowMs;
        _windowWorks = 0;
    }
}
