using System.Buffers.Binary;
using System.Text;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;
using Catalog.Engine.Wire.Resp;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// Runs the commands of a chunk against a keyspace, in order: each is checked as a whole before it changes anything,
/// changes what it does through <see cref="KeyspaceChanges"/>, and writes its answer.
/// </summary>
/// <remarks>
/// One a keyspace, reused. Allocates nothing for commands about single members and ranges in steady state.
/// </remarks>
internal sealed partial class Execution
{
    private readonly Keyspace _keyspace;
    private readonly KeyspaceChanges _changes;
    private readonly SetCombination _combination = new();
    private CommandChunk _chunk = new();
    private ByteBuffer _answers = new(1);
    private ulong _random;
    private int _protocol;
    private long _nowMs;
    private bool _mayChange;

    internal Execution(Keyspace keyspace)
    {
        _keyspace = keyspace;
        _changes = new KeyspaceChanges(keyspace);
    }

    /// <summary>Writes down what changes, for who changes something without a command.</summary>
    internal KeyspaceChanges Changes => _changes;

    private RespWriter Writer => new(_answers, _protocol);

    private bool IsThree => _protocol >= 3;

    /// <summary>Runs a chunk; its answers are behind those it holds already.</summary>
    /// <param name="chunk">The commands.</param>
    /// <param name="nowMs">The time.</param>
    /// <param name="mayChange">Whether commands that change something are run.</param>
    internal void Run(CommandChunk chunk, long nowMs, bool mayChange)
    {
        (_chunk, _answers, _protocol) = (chunk, chunk.AnswerBuffer, chunk.Protocol);
        (_random, _nowMs, _mayChange) = (chunk.Seed, nowMs, mayChange);
        try
        {
            if (mayChange) _changes.Sweep(nowMs);
            if (chunk.IsTransaction && !MayHappen(chunk)) Writer.NullArray();
            else RunAll(chunk);
        }
        finally
        {
            // Should a command throw, what was changed before it is in a fact, and the shard knows that it is.
            _changes.Emit();
        }
    }

    private void RunAll(CommandChunk chunk)
    {
        if (chunk.IsTransaction) Writer.Array(chunk.Count);
        ReadOnlySpan<byte> rest = chunk.Commands;
        while (!rest.IsEmpty)
        {
            var command = (SortedSetCommand)rest[0];
            int count = BinaryPrimitives.ReadInt32LittleEndian(rest[1..]);
            int length = BinaryPrimitives.ReadInt32LittleEndian(rest[5..]);
            var arguments = new CommandArguments(rest.Slice(CommandChunk.HeaderBytes, length), count);
            int mark = _answers.Length;
            RunOne(command, arguments);
            if (_answers.Length > chunk.MaxAnswerBytes) GiveUpAnswer(mark);
            rest = rest[(CommandChunk.HeaderBytes + length)..];
        }
    }

    /// <summary>Whether every watched key is as it was.</summary>
    private bool MayHappen(CommandChunk chunk)
    {
        ReadOnlySpan<byte> rest = chunk.Watches;
        while (!rest.IsEmpty)
        {
            ReadOnlySpan<byte> key = Varint.ReadBytes(ref rest);
            if (rest.Length < sizeof(long)) throw new MessagePackFormatException("A version is cut short.");
            if (VersionOf(key) != BinaryPrimitives.ReadInt64LittleEndian(rest)) return false;
            rest = rest[sizeof(long)..];
        }

        return true;
    }

    private long VersionOf(ReadOnlySpan<byte> key) => Find(key)?.Version ?? 0;

    private void RunOne(SortedSetCommand command, CommandArguments arguments)
    {
        CommandSpec? spec = CommandTable.Find(command);
        if (command == SortedSetCommand.KeyVersion) AnswerVersions(arguments);
        else if (spec is null) Error("ERR unknown command"u8);
        else if (!spec.Takes(arguments.Count + 1)) WrongArguments(spec);
        else if (spec.IsWrite && !_mayChange) Error("ERR a command that changes something came as one that looks"u8);
        else if (command < SortedSetCommand.ZAdd) RunKeyCommand(command, arguments);
        else RunSetCommand(command, arguments);
    }

    private void RunSetCommand(SortedSetCommand command, CommandArguments arguments)
    {
        switch (command)
        {
            case SortedSetCommand.ZAdd: ZAdd(arguments); break;
            case SortedSetCommand.ZIncrBy: ZIncrBy(arguments); break;
            case SortedSetCommand.ZRem: ZRem(arguments); break;
            case SortedSetCommand.ZScore: ZScore(arguments); break;
            case SortedSetCommand.ZMScore: ZMScore(arguments); break;
            case SortedSetCommand.ZCard: ZCard(arguments); break;
            case SortedSetCommand.ZCount: ZCount(arguments); break;
            case SortedSetCommand.ZLexCount: ZLexCount(arguments); break;
            case SortedSetCommand.ZRank: ZRank(arguments, isReversed: false); break;
            case SortedSetCommand.ZRevRank: ZRank(arguments, isReversed: true); break;
            case >= SortedSetCommand.ZRange and <= SortedSetCommand.ZRevRangeByLex: ZRange(command, arguments); break;
            case SortedSetCommand.ZRangeStore: ZRangeStore(arguments); break;
            case SortedSetCommand.ZPopMin: ZPop(arguments, isMax: false); break;
            case SortedSetCommand.ZPopMax: ZPop(arguments, isMax: true); break;
            case SortedSetCommand.ZMPop: ZMPop(arguments); break;
            case SortedSetCommand.ZRandMember: ZRandMember(arguments); break;
            case SortedSetCommand.ZRemRangeByRank: ZRemRange(arguments, RangeKind.Rank); break;
            case SortedSetCommand.ZRemRangeByScore: ZRemRange(arguments, RangeKind.Score); break;
            case SortedSetCommand.ZRemRangeByLex: ZRemRange(arguments, RangeKind.Name); break;
            case SortedSetCommand.ZScan: ZScan(arguments); break;
            case SortedSetCommand.ZInterCard: ZInterCard(arguments); break;
            case >= SortedSetCommand.ZUnion and <= SortedSetCommand.ZDiff: ZCombine(command, arguments); break;
            default: ZCombineStore(command, arguments); break;
        }
    }

    /// <summary>Finds a key that has not ended.</summary>
    private KeyEntry? Find(ReadOnlySpan<byte> key) =>
        _keyspace.Keys.Find(key) is { } entry && !entry.IsOver(_nowMs) ? entry : null;

    private void Error(ReadOnlySpan<byte> text) => Writer.Error(text);

    private void SyntaxError() => Error("ERR syntax error"u8);

    private void NotAnInteger() => Error("ERR value is not an integer or out of range"u8);

    private void NotAFloat() => Error("ERR value is not a valid float"u8);

    private void WrongArguments(CommandSpec spec) =>
        Error(Encoding.ASCII.GetBytes($"ERR wrong number of arguments for '{spec.Name}' command"));

    private void GiveUpAnswer(int mark)
    {
        _answers.Truncate(mark);
        Error("ERR the answer is larger than a client may have pending; ask for less at once"u8);
    }

    private void AnswerVersions(CommandArguments arguments)
    {
        while (arguments.Count > 0) Writer.Integer(VersionOf(arguments.Next()));
    }

    /// <summary>
    /// Whether a set may have so many more members, and a key for it; otherwise the error is written.
    /// </summary>
    private bool HasRoom(KeyEntry? entry, long members)
    {
        KeyspaceLimits limits = _keyspace.Limits;
        bool hasRoom = (entry is not null || _keyspace.KeyCount < limits.MaxKeys)
            && _keyspace.MemberCount + members <= limits.MaxMembers
            && (entry?.Set.Count ?? 0) + members <= KeyspaceLimits.MaxSetMembers;
        if (!hasRoom) OutOfRoomSlow(limits);
        return hasRoom;
    }

    private void OutOfRoomSlow(KeyspaceLimits limits) => Error(Encoding.ASCII.GetBytes(
        $"OOM command not allowed: a database holds {limits.MaxKeys} keys and {limits.MaxMembers} members, a set "
        + $"{KeyspaceLimits.MaxSetMembers}"));

    /// <summary>The next of a sequence that is random enough: SplitMix64.</summary>
    private ulong NextRandom()
    {
        ulong z = _random += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
