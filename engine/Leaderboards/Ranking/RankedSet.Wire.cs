using Catalog.Engine.Collections;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <content>The leaderboard as bytes, as a hash, and its invariants.</content>
public sealed partial class RankedSet
{
    /// <summary>Writes the members and the ranking. O(members).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        _members.Save(ref writer);
        _ranking.Save(ref writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote. O(members).</summary>
    /// <param name="reader">Where it stands.</param>
    /// <param name="pool">As in <see cref="RankingOptions.Pool"/>.</param>
    /// <exception cref="MessagePackFormatException">The bytes are not a leaderboard.</exception>
    public static RankedSet Load(ref MessagePackReader reader, SlabPool? pool = null)
    {
        RankedWire.Expect(reader.ReadArrayHeader() == 2, "members and a ranking");
        var members = MemberTable.Load(ref reader);
        var set = new RankedSet(members, RankedTree.Load(ref reader, pool));
        RankedWire.Expect(set.IsSound(), "a score for every member, and for nobody else");
        return set;
    }

    /// <summary>A hash of what <see cref="Save"/> writes: equal states have equal hashes. O(members); 0 B.</summary>
    public ulong StateHash()
    {
        var hash = new StateHasher();
        hash.Add(_members.StateHash());
        hash.Add(_ranking.StateHash());
        return hash.Value;
    }

    /// <summary>Checks the invariants of the type's documentation, for tests. O(members).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        _members.CheckInvariants();
        _ranking.CheckInvariants();
        RankedWire.Require(IsSound(), "the table's members are those of the ranking");
    }

    private bool IsSound()
    {
        int count = 0;
        for (int number = 0; number < _members.NumberLimit; number++)
        {
            if (!_members.IsGiven(number)) continue;
            if (!_ranking.Contains(number)) return false;
            count++;
        }

        return count == Count + HiddenCount && _members.Capacity >= Capacity;
    }
}
