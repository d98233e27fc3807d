using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// The league groups of one week. Who first plays in the week joins the group of the own tier that is being filled;
/// when it is full another begins.
/// </summary>
/// <remarks>Joining is O(1) amortised. Owned by the mode's shard.</remarks>
internal sealed class LeagueWeek(int week)
{
    private const int FieldCount = 2;
    private readonly List<LeagueGroup> _groups = [];
    private readonly Dictionary<int, int> _groupOf = [];
    private readonly Dictionary<byte, int> _filling = [];

    /// <summary>The week's number.</summary>
    public int Week { get; } = week;

    /// <summary>How many groups there are.</summary>
    public int Count => _groups.Count;

    /// <summary>The first group that was not decided; all before it were.</summary>
    public int FirstOpen { get; private set; }

    /// <summary>Whether every group was decided.</summary>
    public bool IsClosed => FirstOpen == _groups.Count;

    /// <summary>A group by its number.</summary>
    public LeagueGroup this[int group] => _groups[group];

    /// <summary>A player's group, or -1.</summary>
    public int GroupOf(int slot) => _groupOf.TryGetValue(slot, out int group) ? group : -1;

    /// <summary>Puts a player who has no group into one.</summary>
    public void Join(int slot, byte tier, int groupSize)
    {
        if (!_filling.TryGetValue(tier, out int group) || _groups[group].Slots.Count >= groupSize)
        {
            group = _groups.Count;
            _groups.Add(new LeagueGroup(tier));
            _filling[tier] = group;
        }

        _groups[group].Slots.Add(slot);
        _groupOf.Add(slot, group);
    }

    /// <summary>A group was decided.</summary>
    public void Close(int group)
    {
        _groups[group].IsClosed = true;
        while (FirstOpen < _groups.Count && _groups[FirstOpen].IsClosed) FirstOpen++;
    }

    /// <summary>Encodes: <c>[week, [tier, closed, [slot, …], …]]</c>. O(players).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Week);
        writer.WriteArrayHeader(_groups.Count * 3);
        foreach (LeagueGroup group in _groups)
        {
            writer.Write(group.Tier);
            writer.Write(group.IsClosed);
            writer.WriteArrayHeader(group.Slots.Count);
            foreach (int slot in group.Slots) writer.Write(slot);
        }
    }

    /// <summary>Decodes what <see cref="Write"/> wrote. O(players).</summary>
    public static LeagueWeek Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var week = new LeagueWeek(reader.ReadInt32());
        int groups = reader.ReadArrayHeader() / 3;
        for (int i = 0; i < groups; i++) week.ReadGroup(i, ref reader);
        WireFields.End(ref reader, further);
        return week;
    }

    private void ReadGroup(int index, ref MessagePackReader reader)
    {
        var group = new LeagueGroup(reader.ReadByte()) { IsClosed = reader.ReadBoolean() };
        _groups.Add(group);
        _filling[group.Tier] = index;
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
        {
            int slot = reader.ReadInt32();
            group.Slots.Add(slot);
            _groupOf.Add(slot, index);
        }

        if (group.IsClosed) Close(index);
    }
}
