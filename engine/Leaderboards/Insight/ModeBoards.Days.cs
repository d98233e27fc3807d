using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>How days end, and what is read.</summary>
public sealed partial class ModeBoards
{
    /// <summary>
    /// The day that is not over, as it stands; null before the first game. O(100 + newcomers · log n).
    /// </summary>
    public BoardDay? Describe() => _today.Day < 0 ? null : Close();

    /// <summary>
    /// Totals at shares of the board from below, 0.5 for the middle; not numbers of nobody. O(log n) each.
    /// </summary>
    public double[] TotalsAt(IReadOnlyList<double> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        double[] totals = new double[shares.Count];
        for (int i = 0; i < totals.Length; i++) totals[i] = TotalAt(shares[i]);
        return totals;
    }

    /// <summary>A player's rank from 1 and total; false for who is not on the board. O(log n).</summary>
    public bool TryFind(ulong playerId, out BoardRow row)
    {
        row = default;
        int slot = _members.Find(playerId);
        if (slot < 0 || _pulses[slot].IsHidden || !_board.TryGetScore(slot, out long total)) return false;
        row = new BoardRow(_board.RankOf(slot), playerId, total);
        return true;
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(n).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        _members.CheckInvariants();
        _board.CheckInvariants();
        long sum = 0;
        int found = 0;
        for (int slot = 0; slot < _members.Count; slot++)
        {
            if (!_board.TryGetScore(slot, out long total)) continue;
            found++;
            if (_board.IsHidden(slot) != _pulses[slot].IsHidden) throw new InvalidOperationException($"(1) {slot}.");
            if (!_pulses[slot].IsHidden) sum += total;
        }

        if (found != _board.Count + _board.HiddenCount) throw new InvalidOperationException($"(1) {found} found.");
        if (sum != _totalSum) throw new InvalidOperationException($"(2) {sum}, not {_totalSum}.");
        for (int i = 0; i < _days.Count; i++)
        {
            int next = i + 1 < _days.Count ? _days[i + 1].Day : _today.Day;
            if (_days[i].Day >= next) throw new InvalidOperationException($"(3) Day {_days[i].Day}.");
        }
    }

    internal void Load(ref MessagePackReader reader)
    {
        _members = MemberTable.Load(ref reader);
        _pulses = new Slab<PlayerPulse>();
        int count = reader.ReadArrayHeader() / 5;
        for (int slot = 0; slot < count; slot++)
        {
            _pulses.Reach(slot);
            _pulses[slot] = new PlayerPulse
            {
                LastDay = reader.ReadInt32(),
                Games = reader.ReadInt32(),
                ScoreSum = reader.ReadInt64(),
                DayGames = reader.ReadUInt64(),
                IsHidden = reader.ReadBoolean(),
            };
        }

        _board = RankedTree.Load(ref reader);
        _days.Clear();
        _days.AddRange(WireList.Read<BoardDay>(ref reader));
        reader.ReadArrayHeader();
        _today = new DaySums
        {
            Day = reader.ReadInt32(),
            FirstSlot = reader.ReadInt32(),
            Games = reader.ReadInt64(),
            ScoreSum = reader.ReadInt64(),
            TopGames = reader.ReadInt64(),
            TopScoreSum = reader.ReadInt64(),
            Ranked = reader.ReadInt64(),
            RankChanges = reader.ReadInt64(),
            Places = reader.ReadInt64(),
        };
        _totalSum = reader.ReadInt64();
        UnknownGames = reader.ReadInt64();
        _resets.Clear();
        int resets = reader.ReadArrayHeader();
        for (int i = 0; i < resets; i++) _resets.Add(reader.ReadInt64());
        _worth.Load(ref reader);
        _topWorth.Load(ref reader);
        Pulse.Load(ref reader);
        NoteTop();
    }

    private double TotalAt(double share)
    {
        // The k-th from below of n is the one at the place n - k + 1 from above.
        int rank = _board.Count - (int)(share * (_board.Count - 1));
        return _board.TryAt(rank, out RankedEntry entry) ? entry.Score : double.NaN;
    }

    private void BeginDay(int day)
    {
        if (_today.Day >= 0)
        {
            _days.Add(Close());
            if (_days.Count > MaxDays) _days.RemoveAt(0);
            NoteTop();
        }

        _worth.Clear();
        _topWorth.Clear();
        _today = new DaySums { Day = day, FirstSlot = _members.Count };
    }

    private BoardDay Close()
    {
        var entries = new RankedEntry[Math.Min(BoardDay.TopCount, _board.Count)];
        var top = new BoardRow[_board.Top(entries)];
        for (int i = 0; i < top.Length; i++)
            top[i] = new BoardRow(i + 1, _members.IdOf(entries[i].Member), entries[i].Score);
        return new BoardDay
        {
            Day = _today.Day,
            TotalSum = _totalSum,
            Games = _today.Games,
            ScoreSum = _today.ScoreSum,
            TopGames = _today.TopGames,
            TopScoreSum = _today.TopScoreSum,
            Worth = _worth.Quantile(0.5),
            TopWorth = _topWorth.Quantile(0.5),
            Ranked = _today.Ranked,
            RankChanges = _today.RankChanges,
            Places = _today.Places,
            FirstSlot = _today.FirstSlot,
            Players = _board.Count,
            MedianTotal = _board.Count == 0 ? 0 : (long)TotalAt(0.5),
            Top = top,
            Climb = Climbed(),
        };
    }

    private ClimbPoint[] Climbed()
    {
        var points = new ClimbPoint[Ages.Length];
        for (int i = 0; i < points.Length; i++)
        {
            (int first, int end) = SlotsOf(_today.Day - Ages[i]);
            points[i] = ClimbOf(Ages[i], first, end);
        }

        return points;
    }

    private ClimbPoint ClimbOf(int age, int first, int end)
    {
        int players = 0, inTopTenth = 0;
        double behind = 0;
        for (int slot = first; slot < end; slot++)
        {
            if (_pulses[slot].IsHidden || !_board.Contains(slot)) continue;
            int rank = _board.RankOf(slot);
            players++;
            behind += (_board.Count - rank) / (double)Math.Max(1, _board.Count - 1);
            if (rank <= Math.Max(1, _board.Count / 10)) inTopTenth++;
        }

        return new ClimbPoint(age, players, behind, inTopTenth);
    }

    /// <summary>The slots of those who came on a day; none when it is not known.</summary>
    private (int First, int End) SlotsOf(int day)
    {
        if (day == _today.Day) return (_today.FirstSlot, _members.Count);
        for (int i = _days.Count - 1; i >= 0 && _days[i].Day >= day; i--)
        {
            int end = i + 1 < _days.Count ? _days[i + 1].FirstSlot : _today.FirstSlot;
            if (_days[i].Day == day) return (_days[i].FirstSlot, end);
        }

        return (0, 0);
    }

    private void NoteTop()
    {
        _topYesterday.Clear();
        if (_days.Count == 0) return;
        foreach (BoardRow row in _days[^1].Top) _topYesterday.Add(row.PlayerId);
    }
}
