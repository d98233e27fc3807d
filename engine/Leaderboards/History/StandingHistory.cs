using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// How the all-time board was, day by day: a sample of it a day, and each player's score at the end of every day it
/// changed on.
/// <code>
/// days     DaySample by day, the latest 400
/// scores   ring of [slot, day, score, the player's sample before]   the latest 1,048,576
/// </code>
/// A player's chain is followed until a sample that was overwritten.
/// </summary>
/// <remarks>Noting is O(1) amortised and allocates nothing once the ring has its working size. Owned by the mode's
/// shard.</remarks>
internal sealed class StandingHistory
{
    /// <summary>The most days that are kept.</summary>
    public const int MaxDays = 400;

    private const int MaxScores = 1 << 20;
    private const int FieldCount = 4;

    private readonly List<DaySample> _days = [];
    private Score[] _scores = new Score[16];
    private int _next;

    /// <summary>The days there are, the earliest first.</summary>
    public IReadOnlyList<DaySample> Days => _days;

    /// <summary>Keeps a day.</summary>
    public void Add(DaySample day)
    {
        _days.Add(day);
        if (_days.Count > MaxDays) _days.RemoveAt(0);
    }

    /// <summary>A player's all-time score is about to change. O(1) amortised.</summary>
    /// <param name="slot">The player.</param>
    /// <param name="player">What is known of the player.</param>
    /// <param name="score">The score until now.</param>
    /// <param name="day">The day of the change.</param>
    public void Note(int slot, ref PlayerRecord player, long score, int day)
    {
        if (player.LastDay == day) return;
        if (player.LastDay >= 0)
        {
            if (_next == _scores.Length && _next < MaxScores) Array.Resize(ref _scores, _scores.Length * 2);
            At(_next) = new Score { Slot = slot, Day = player.LastDay, Value = score, Before = player.LastSample };
            player.LastSample = _next++;
        }

        player.LastDay = day;
    }

    /// <summary>A player's score at the end of a day, if it is still known. O(days it changed on since).</summary>
    public bool TryFindScore(int slot, ref readonly PlayerRecord player, int day, long score, out long found)
    {
        found = score;
        if (player.LastDay >= 0 && player.LastDay <= day) return true;
        for (int number = player.LastSample; number >= 0 && number >= _next - _scores.Length;)
        {
            ref Score sample = ref At(number);
            if (sample.Slot != slot) return false;
            found = sample.Value;
            if (sample.Day <= day) return true;
            number = sample.Before;
        }

        return false;
    }

    /// <summary>The sample of a day, or the latest before it; null for none.</summary>
    public DaySample? FindDay(int day)
    {
        for (int i = _days.Count - 1; i >= 0; i--)
            if (_days[i].Day <= day) return _days[i];
        return null;
    }

    /// <summary>Encodes the days and the scores that are kept. O(n).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        WireList.Write(ref writer, _days);
        int first = Math.Max(0, _next - _scores.Length);
        writer.Write(_scores.Length);
        writer.Write(_next);
        writer.WriteArrayHeader((_next - first) * FieldCount);
        for (int number = first; number < _next; number++)
        {
            ref Score sample = ref At(number);
            writer.Write(sample.Slot);
            writer.Write(sample.Day);
            writer.Write(sample.Value);
            writer.Write(sample.Before);
        }
    }

    /// <summary>Decodes what <see cref="Write"/> wrote into an empty history. O(n).</summary>
    public void Read(ref MessagePackReader reader)
    {
        _days.AddRange(WireList.Read<DaySample>(ref reader));
        int length = reader.ReadInt32();
        if (length is < 16 or > MaxScores || (length & (length - 1)) != 0)
            throw new MessagePackFormatException($"A history of {length} scores.");
        _scores = new Score[length];
        _next = reader.ReadInt32();
        int count = reader.ReadArrayHeader() / FieldCount;
        for (int number = _next - count; number < _next; number++)
        {
            At(number) = new Score
            {
                Slot = reader.ReadInt32(),
                Day = reader.ReadInt32(),
                Value = reader.ReadInt64(),
                Before = reader.ReadInt32(),
            };
        }
    }

    // Numbers run to 2³¹ - 1: a century of ten million changes a year.
    private ref Score At(int number) => ref _scores[number & (_scores.Length - 1)];

    // mutable: written in place in the ring.
    private struct Score
    {
        public int Slot;
        public int Day;
        public long Value;
        public int Before;
    }
}
