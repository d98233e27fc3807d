using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// An event or a tournament: its rules, who takes part, and whether it is over. Its board is among the mode's.
/// </summary>
internal sealed class Contest(ContestTerms terms)
{
    private const int FieldCount = 3;
    private readonly Dictionary<int, Contestant> _players = [];

    /// <summary>Its rules.</summary>
    public ContestTerms Terms { get; set; } = terms;

    /// <summary>Whether its standings are final.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Its board.</summary>
    public BoardKey Board => new(WindowKind.Contest, 0, Terms.Id);

    /// <summary>How many take part.</summary>
    public int PlayerCount => _players.Count;

    /// <summary>Whether it takes no further player.</summary>
    public bool IsFull => Terms.MaxPlayers > 0 && _players.Count >= Terms.MaxPlayers;

    /// <summary>Finds a player's part in it.</summary>
    public bool TryFind(int slot, out Contestant player) => _players.TryGetValue(slot, out player);

    /// <summary>Sets a player's part in it.</summary>
    public void Set(int slot, Contestant player) => _players[slot] = player;

    /// <summary>Whether a game counts here. O(1).</summary>
    public bool Takes(int slot, byte region, long timeMs)
    {
        if (HasEnded || !Terms.Spans(timeMs)) return false;
        if (Terms.Region != 0 && Terms.Region != region) return false;
        if (!_players.TryGetValue(slot, out Contestant player)) return !Terms.NeedsJoining && !IsFull;
        if (Terms.NeedsJoining && timeMs < player.JoinedMs) return false;
        if (Terms.MaxAttempts > 0 && player.Attempts >= Terms.MaxAttempts) return false;
        return Terms.AttemptMs == 0 || timeMs < player.JoinedMs + Terms.AttemptMs;
    }

    /// <summary>Counts a game. O(1).</summary>
    public void Attempt(int slot, long timeMs)
    {
        Contestant player = _players.TryGetValue(slot, out Contestant known) ? known : new Contestant(timeMs, 0);
        _players[slot] = player with { Attempts = player.Attempts + 1 };
    }

    /// <summary>Encodes: <c>[rules, over, [slot, joined, attempts, …]]</c>. O(players log players).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        Terms.Write(ref writer);
        writer.Write(HasEnded);
        writer.WriteArrayHeader(_players.Count * 3);
        foreach ((int slot, Contestant player) in _players.OrderBy(static each => each.Key))
        {
            writer.Write(slot);
            writer.Write(player.JoinedMs);
            writer.Write(player.Attempts);
        }
    }

    /// <summary>Decodes what <see cref="Write"/> wrote. O(players).</summary>
    public static Contest Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var contest = new Contest(ContestTerms.Read(ref reader)) { HasEnded = reader.ReadBoolean() };
        int players = reader.ReadArrayHeader() / 3;
        for (int i = 0; i < players; i++)
            contest.Set(reader.ReadInt32(), new Contestant(reader.ReadInt64(), reader.ReadInt32()));
        WireFields.End(ref reader, further);
        return contest;
    }
}
