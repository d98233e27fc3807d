using System.Text;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// The commands a database of sorted sets has, by name in whatever case. A look-up is one hash of at most 16 bytes and
/// allocates nothing. Immutable.
/// </summary>
public static class CommandTable
{
    private const int MaxNameBytes = 16;
    private const CommandFlags Read = CommandFlags.ReadOnly;
    private const CommandFlags FastRead = CommandFlags.ReadOnly | CommandFlags.Fast;
    private const CommandFlags Write = CommandFlags.Write;
    private const CommandFlags FastWrite = CommandFlags.Write | CommandFlags.Fast;
    private const CommandFlags Movable = CommandFlags.MovableKeys;

    private static readonly CommandSpec[] Specs =
    [
        Of(SortedSetCommand.Ping, -1, CommandFlags.Fast, 0),
        Of(SortedSetCommand.Echo, 2, CommandFlags.Fast, 0),
        Of(SortedSetCommand.Get, 2, FastRead, 1),
        Of(SortedSetCommand.DbSize, 1, FastRead, 0),
        Of(SortedSetCommand.FlushDb, -1, Write | CommandFlags.Admin, 0),
        Of(SortedSetCommand.Del, -2, Write, 1, -1),
        Of(SortedSetCommand.Unlink, -2, FastWrite, 1, -1),
        Of(SortedSetCommand.Exists, -2, FastRead, 1, -1),
        Of(SortedSetCommand.Type, 2, FastRead, 1),
        Of(SortedSetCommand.Expire, -3, FastWrite, 1),
        Of(SortedSetCommand.PExpire, -3, FastWrite, 1),
        Of(SortedSetCommand.ExpireAt, -3, FastWrite, 1),
        Of(SortedSetCommand.PExpireAt, -3, FastWrite, 1),
        Of(SortedSetCommand.Persist, 2, FastWrite, 1),
        Of(SortedSetCommand.Ttl, 2, FastRead, 1),
        Of(SortedSetCommand.PTtl, 2, FastRead, 1),
        Of(SortedSetCommand.ExpireTime, 2, FastRead, 1),
        Of(SortedSetCommand.PExpireTime, 2, FastRead, 1),
        Of(SortedSetCommand.Scan, -2, Read, 0),
        Of(SortedSetCommand.Keys, 2, Read, 0),
        Of(SortedSetCommand.ZAdd, -4, FastWrite, 1),
        Of(SortedSetCommand.ZIncrBy, 4, FastWrite, 1),
        Of(SortedSetCommand.ZRem, -3, FastWrite, 1),
        Of(SortedSetCommand.ZScore, 3, FastRead, 1),
        Of(SortedSetCommand.ZMScore, -3, FastRead, 1),
        Of(SortedSetCommand.ZCard, 2, FastRead, 1),
        Of(SortedSetCommand.ZCount, 4, FastRead, 1),
        Of(SortedSetCommand.ZLexCount, 4, FastRead, 1),
        Of(SortedSetCommand.ZRank, -3, FastRead, 1),
        Of(SortedSetCommand.ZRevRank, -3, FastRead, 1),
        Of(SortedSetCommand.ZRange, -4, Read, 1),
        Of(SortedSetCommand.ZRevRange, -4, Read, 1),
        Of(SortedSetCommand.ZRangeByScore, -4, Read, 1),
        Of(SortedSetCommand.ZRevRangeByScore, -4, Read, 1),
        Of(SortedSetCommand.ZRangeByLex, -4, Read, 1),
        Of(SortedSetCommand.ZRevRangeByLex, -4, Read, 1),
        Of(SortedSetCommand.ZRangeStore, -5, Write, 1, 2),
        Of(SortedSetCommand.ZPopMin, -2, FastWrite, 1),
        Of(SortedSetCommand.ZPopMax, -2, FastWrite, 1),
        Of(SortedSetCommand.ZMPop, -4, Write | Movable, 0),
        Of(SortedSetCommand.ZRandMember, -2, Read, 1),
        Of(SortedSetCommand.ZRemRangeByRank, 4, Write, 1),
        Of(SortedSetCommand.ZRemRangeByScore, 4, Write, 1),
        Of(SortedSetCommand.ZRemRangeByLex, 4, Write, 1),
        Of(SortedSetCommand.ZScan, -3, Read, 1),
        Of(SortedSetCommand.ZUnion, -3, Read | Movable, 0),
        Of(SortedSetCommand.ZInter, -3, Read | Movable, 0),
        Of(SortedSetCommand.ZDiff, -3, Read | Movable, 0),
        Of(SortedSetCommand.ZInterCard, -3, Read | Movable, 0),
        Of(SortedSetCommand.ZUnionStore, -4, Write | Movable, 1),
        Of(SortedSetCommand.ZInterStore, -4, Write | Movable, 1),
        Of(SortedSetCommand.ZDiffStore, -4, Write | Movable, 1),
    ];

    private static readonly CommandSpec?[] ById = MakeById();
    private static readonly Dictionary<UInt128, CommandSpec> ByName = Specs.ToDictionary(
        static spec => KeyOf(Encoding.ASCII.GetBytes(spec.Name)));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CommandSpec> All => Specs;

    /// <summary>A command by its name; null when there is none. O(length), allocates nothing.</summary>
    public static CommandSpec? Find(ReadOnlySpan<byte> name) =>
        name.Length <= MaxNameBytes && ByName.TryGetValue(KeyOf(name), out CommandSpec? spec) ? spec : null;

    /// <summary>A command by its number; null when there is none. O(1).</summary>
    public static CommandSpec? Find(SortedSetCommand id) => (int)id < ById.Length ? ById[(int)id] : null;

    /// <summary>The name in lower case, as a number.</summary>
    private static UInt128 KeyOf(ReadOnlySpan<byte> name)
    {
        ulong high = 0;
        ulong low = 0;
        for (int i = 0; i < name.Length; i++)
        {
            byte one = name[i];
            if (one is >= (byte)'A' and <= (byte)'Z') one |= 0x20;
            high = (high << 8) | (low >> 56);
            low = (low << 8) | one;
        }

        return new UInt128(high, low);
    }

    private static CommandSpec Of(SortedSetCommand id, int arity, CommandFlags flags, int firstKey, int lastKey = 0) =>
        new(id, id.ToString().ToLowerInvariant(), arity, flags, firstKey, lastKey == 0 ? firstKey : lastKey);

    private static CommandSpec?[] MakeById()
    {
        var byId = new CommandSpec?[(int)Specs.Max(static spec => spec.Id) + 1];
        foreach (CommandSpec spec in Specs) byId[(int)spec.Id] = spec;
        return byId;
    }
}
