using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire.Resp;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <content>Ranges: every one is first made one of ranks.</content>
internal sealed partial class Execution
{
    private readonly ByteBuffer _names = new(64);

    private void ZCount(CommandArguments arguments)
    {
        KeyEntry? entry = Find(arguments.Next());
        if (TryResolve(RangeKind.Score, entry, arguments.Next(), arguments.Next(), out PositionRange range))
            Writer.Integer(range.Count);
    }

    private void ZLexCount(CommandArguments arguments)
    {
        KeyEntry? entry = Find(arguments.Next());
        if (TryResolve(RangeKind.Name, entry, arguments.Next(), arguments.Next(), out PositionRange range))
            Writer.Integer(range.Count);
    }

    private void ZRemRange(CommandArguments arguments, RangeKind kind)
    {
        KeyEntry? entry = Find(arguments.Next());
        if (!TryResolve(kind, entry, arguments.Next(), arguments.Next(), out PositionRange range)) return;
        if (entry is not null) _changes.RemoveRanks(entry, range);
        Writer.Integer(range.Count);
    }

    private void ZRange(SortedSetCommand command, CommandArguments arguments)
    {
        ReadOnlySpan<byte> key = arguments.Next();
        if (!TryReadRange(command, key, ref arguments, out RangeOptions options, out PositionRange range)) return;
        if (Find(key) is { } entry) WriteMembers(entry.Set, range, options.IsReversed, options.WithScores);
        else Writer.Array(0);
    }

    private void ZRangeStore(CommandArguments arguments)
    {
        ReadOnlySpan<byte> destination = arguments.Next();
        ReadOnlySpan<byte> source = arguments.Next();
        if (!TryReadRange(SortedSetCommand.ZRangeStore, source, ref arguments, out _, out PositionRange range)) return;
        KeyEntry? old = Find(destination);
        if (range.Count == 0)
        {
            if (old is not null) _changes.Drop(old);
            Writer.Integer(0);
            return;
        }

        if (!HasRoom(old, range.Count)) return;
        _changes.StoreRanks(destination, source, range);
        Writer.Integer(range.Count);
    }

    /// <summary>Reads the ends and options of a range and finds its ranks; otherwise the error is written.</summary>
    private bool TryReadRange(
        SortedSetCommand command, ReadOnlySpan<byte> key, ref CommandArguments arguments, out RangeOptions options,
        out PositionRange range)
    {
        range = default;
        ReadOnlySpan<byte> start = arguments.Next();
        ReadOnlySpan<byte> stop = arguments.Next();
        options = RangeOptions.Of(command);
        if (!TryReadOptions(command, ref arguments, ref options)) return false;
        bool isSwapped = options.IsReversed && options.Kind != RangeKind.Rank;
        ReadOnlySpan<byte> min = isSwapped ? stop : start;
        ReadOnlySpan<byte> max = isSwapped ? start : stop;
        KeyEntry? entry = Find(key);
        if (!TryResolve(options.Kind, entry, min, max, out range)) return false;
        if (options.Kind == RangeKind.Rank && options.IsReversed && entry is not null)
            range = new PositionRange(entry.Set.Count - range.First - range.Count, range.Count);
        if (options.HasLimit) range = range.Limit(options.Offset, options.Limit, options.IsReversed);
        return true;
    }

    private bool TryReadOptions(SortedSetCommand command, ref CommandArguments arguments, ref RangeOptions options)
    {
        bool isFree = command is SortedSetCommand.ZRange or SortedSetCommand.ZRangeStore;
        while (arguments.Count > 0)
        {
            if (command != SortedSetCommand.ZRangeStore && arguments.TryTake("withscores"u8)) options.WithScores = true;
            else if (arguments.Count >= 3 && arguments.TryTake("limit"u8))
            {
                bool areIntegers = arguments.TryNext(out options.Offset) & arguments.TryNext(out options.Limit);
                options.HasLimit = true;
                if (areIntegers) continue;
                NotAnInteger();
                return false;
            }
            else if (isFree && arguments.TryTake("rev"u8)) options.IsReversed = true;
            else if (isFree && options.Kind == RangeKind.Rank && arguments.TryTake("byscore"u8))
                options.Kind = RangeKind.Score;
            else if (isFree && options.Kind == RangeKind.Rank && arguments.TryTake("bylex"u8))
                options.Kind = RangeKind.Name;
            else
            {
                SyntaxError();
                return false;
            }
        }

        bool isLimitWithRanks = options.HasLimit && options.Kind == RangeKind.Rank;
        bool areScoresOfNames = options.WithScores && options.Kind == RangeKind.Name;
        if (isLimitWithRanks)
            Error("ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX"u8);
        else if (areScoresOfNames)
            Error("ERR syntax error, WITHSCORES not supported in combination with BYLEX"u8);
        return !isLimitWithRanks && !areScoresOfNames;
    }

    /// <summary>Makes ranks of the ends of a range, the lower one first; otherwise the error is written.</summary>
    private bool TryResolve(
        RangeKind kind, KeyEntry? entry, ReadOnlySpan<byte> min, ReadOnlySpan<byte> max, out PositionRange range) =>
        kind switch
        {
            RangeKind.Rank => TryResolveRanks(entry, min, max, out range),
            RangeKind.Score => TryResolveScores(entry, min, max, out range),
            _ => TryResolveNames(entry, min, max, out range),
        };

    private bool TryResolveRanks(
        KeyEntry? entry, ReadOnlySpan<byte> min, ReadOnlySpan<byte> max, out PositionRange range)
    {
        range = default;
        bool areIntegers =
            CommandArguments.TryParse(min, out long first) & CommandArguments.TryParse(max, out long last);
        if (!areIntegers)
        {
            NotAnInteger();
            return false;
        }

        if (entry is not null) range = entry.Set.RangeByPosition(first, last);
        return true;
    }

    private bool TryResolveScores(
        KeyEntry? entry, ReadOnlySpan<byte> min, ReadOnlySpan<byte> max, out PositionRange range)
    {
        range = default;
        bool areBounds = TryParse(min, out ScoreBound low) & TryParse(max, out ScoreBound high);
        if (!areBounds)
        {
            Error("ERR min or max is not a float"u8);
            return false;
        }

        if (entry is not null) range = entry.Set.RangeByScore(low, high);
        return true;
    }

    private bool TryResolveNames(
        KeyEntry? entry, ReadOnlySpan<byte> min, ReadOnlySpan<byte> max, out PositionRange range)
    {
        range = default;
        _names.Clear();
        bool areBounds = IsNameBound(min) & IsNameBound(max);
        if (!areBounds)
        {
            Error("ERR min or max not valid string range item"u8);
            return false;
        }

        if (entry is null) return true;

        // Names of bounds have to stay where they are while the tree is asked.
        _names.Write(min);
        _names.Write(max);
        NameBound low = NameBoundOf(_names.WrittenMemory[..min.Length]);
        range = entry.Set.RangeByName(low, NameBoundOf(_names.WrittenMemory[min.Length..]));
        return true;
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out ScoreBound bound)
    {
        bool isExclusive = text.StartsWith("("u8);
        bool isScore = RespDouble.TryParse(isExclusive ? text[1..] : text, out double score);
        bound = new ScoreBound(score, isExclusive);
        return isScore;
    }

    private static bool IsNameBound(ReadOnlySpan<byte> text) =>
        text.StartsWith("["u8) || text.StartsWith("("u8) || text.SequenceEqual("-"u8) || text.SequenceEqual("+"u8);

    private static NameBound NameBoundOf(ReadOnlyMemory<byte> text) => text.Span[0] switch
    {
        (byte)'-' => NameBound.Lowest,
        (byte)'+' => NameBound.Highest,
        byte first => new NameBound(text[1..], IsExclusive: first == '('),
    };

    /// <summary>Writes members one after the other; in version 3 each with its score is a pair.</summary>
    private void WriteMembers(NamedRankedSet set, PositionRange range, bool isReversed, bool withScores)
    {
        bool arePairs = withScores && IsThree;
        Writer.Array(withScores && !IsThree ? 2 * range.Count : range.Count);
        foreach (NamedEntry member in set.Walk(range, isReversed))
        {
            if (arePairs) Writer.Array(2);
            Writer.Bulk(member.Name);
            if (withScores) Writer.Double(member.Score);
            if (_answers.Length > _chunk.MaxAnswerBytes) return;
        }
    }
}
