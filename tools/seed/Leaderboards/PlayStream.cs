using System.Runtime.InteropServices;

namespace Catalog.Seed.Leaderboards;

/// <summary>
/// The games of a world in the order of their ends, day by day. Holds two numbers of everybody, who plays these days,
/// and one day's games.
/// <code>
/// joined ─► alive ─► DayMaker ─► today's games, sorted        what runs past midnight waits for tomorrow
/// </code>
/// </summary>
internal sealed class PlayStream
{
    private readonly PlayWorld _world;
    private readonly DayMaker _maker;
    private readonly int[] _byJoin;
    private readonly int[] _joinedBy;
    private readonly List<PlayerProfile> _alive = [];
    private readonly List<Submission> _games = [];
    private readonly DaySorter _sorter = new();
    private Submission[] _later = [];

    public PlayStream(PlayWorld world)
    {
        _world = world;
        _maker = new DayMaker(world);
        (_byJoin, _joinedBy) = Arrivals(world);
    }

    /// <summary>The day that is next, from 0.</summary>
    public int Day { get; private set; }

    /// <summary>The games of the day played last, for who waits between them; good until the next call.</summary>
    public ReadOnlyMemory<Submission> Games { get; private set; }

    /// <summary>Plays the next day.</summary>
    /// <param name="games">Its games, the earliest first; good until the next call.</param>
    /// <returns>False at the end of the history.</returns>
    public bool TryNext(out ReadOnlySpan<Submission> games)
    {
        games = default;
        if (Day == PlayWorld.Days) return false;
        _games.Clear();
        _games.AddRange(_later);
        Arrive();
        int kept = 0;
        for (int i = 0; i < _alive.Count; i++)
        {
            PlayerProfile player = _alive[i];
            _maker.Play(player, Day, _games);
            if (player.LeaveDay > Day) _alive[kept++] = player;
        }

        _alive.RemoveRange(kept, _alive.Count - kept);
        long beginMs = _world.BeginMs + (Day * PlayWorld.DayMs);
        int today = PutOff(CollectionsMarshal.AsSpan(_games), beginMs + PlayWorld.DayMs);
        Games = _sorter.Sort(CollectionsMarshal.AsSpan(_games)[..today], beginMs);
        games = Games.Span;
        Day++;
        return true;
    }

    private void Arrive()
    {
        int from = Day == 0 ? 0 : _joinedBy[Day - 1];
        for (int i = from; i < _joinedBy[Day]; i++)
        {
            PlayerProfile player = _world.ProfileOf(_byJoin[i]);
            if (player.LeaveDay >= Day) _alive.Add(player);
        }
    }

    // Moves what is over today to the front, and gives its number; the rest waits for tomorrow.
    private int PutOff(Span<Submission> games, long endMs)
    {
        int count = 0;
        var later = new List<Submission>();
        foreach (Submission game in games)
        {
            if (game.TimeMs < endMs) games[count++] = game;
            else later.Add(game);
        }

        _later = [.. later];
        return count;
    }

    // Everybody in the order of joining; and how many have joined by the end of each day.
    private static (int[] ByJoin, int[] JoinedBy) Arrivals(PlayWorld world)
    {
        int[] days = new int[world.Players];
        int[] joinedBy = new int[PlayWorld.Days];
        for (int player = 0; player < days.Length; player++)
        {
            days[player] = Math.Max(0, world.ProfileOf(player).JoinDay);
            joinedBy[days[player]]++;
        }

        int[] next = new int[PlayWorld.Days];
        for (int day = 1; day < joinedBy.Length; day++) joinedBy[day] += joinedBy[day - 1];
        Array.Copy(joinedBy, 0, next, 1, next.Length - 1);
        int[] byJoin = new int[days.Length];
        for (int player = 0; player < days.Length; player++) byJoin[next[days[player]]++] = player;
        return (byJoin, joinedBy);
    }
}
