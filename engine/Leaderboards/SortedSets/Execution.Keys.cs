using System.Globalization;
using System.Text;
using Catalog.Engine.Wire.Resp;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <content>Commands about keys, whatever they hold.</content>
internal sealed partial class Execution
{
    private void RunKeyCommand(SortedSetCommand command, CommandArguments arguments)
    {
        switch (command)
        {
            case SortedSetCommand.Ping: Ping(arguments); break;
            case SortedSetCommand.Echo: Writer.Bulk(arguments.Next()); break;
            case SortedSetCommand.Get: Get(arguments); break;
            case SortedSetCommand.DbSize: Writer.Integer(_keyspace.KeyCount); break;
            case SortedSetCommand.FlushDb: FlushDb(arguments); break;
            case SortedSetCommand.Del or SortedSetCommand.Unlink: Del(arguments); break;
            case SortedSetCommand.Exists: Exists(arguments); break;
            case SortedSetCommand.Type: Writer.Simple(Find(arguments.Next()) is null ? "none"u8 : "zset"u8); break;
            case SortedSetCommand.Expire: Expire(arguments, 1000, isRelative: true); break;
            case SortedSetCommand.PExpire: Expire(arguments, 1, isRelative: true); break;
            case SortedSetCommand.ExpireAt: Expire(arguments, 1000, isRelative: false); break;
            case SortedSetCommand.PExpireAt: Expire(arguments, 1, isRelative: false); break;
            case SortedSetCommand.Persist: Persist(arguments); break;
            case SortedSetCommand.Ttl: TimeLeft(arguments, 1000, isRelative: true); break;
            case SortedSetCommand.PTtl: TimeLeft(arguments, 1, isRelative: true); break;
            case SortedSetCommand.ExpireTime: TimeLeft(arguments, 1000, isRelative: false); break;
            case SortedSetCommand.PExpireTime: TimeLeft(arguments, 1, isRelative: false); break;
            case SortedSetCommand.Scan: Scan(arguments); break;
            default: Keys(arguments); break;
        }
    }

    private void Ping(CommandArguments arguments)
    {
        if (arguments.Count == 0) Writer.Simple("PONG"u8);
        else if (arguments.Count == 1) Writer.Bulk(arguments.Next());
        else Error("ERR wrong number of arguments for 'ping' command"u8);
    }

    private void Get(CommandArguments arguments)
    {
        if (Find(arguments.Next()) is null) Writer.Null();
        else Error("WRONGTYPE Operation against a key holding the wrong kind of value"u8);
    }

    private void FlushDb(CommandArguments arguments)
    {
        bool isPlain = arguments.Count == 0 || arguments.TryTake("async"u8) || arguments.TryTake("sync"u8);
        if (!isPlain || arguments.Count > 0)
        {
            SyntaxError();
            return;
        }

        if (_keyspace.KeyCount > 0) _changes.Clear();
        Writer.Ok();
    }

    private void Del(CommandArguments arguments)
    {
        int count = 0;
        while (arguments.Count > 0)
        {
            if (Find(arguments.Next()) is not { } entry) continue;
            _changes.Drop(entry);
            count++;
        }

        Writer.Integer(count);
    }

    private void Exists(CommandArguments arguments)
    {
        int count = 0;
        while (arguments.Count > 0)
        {
            if (Find(arguments.Next()) is not null) count++;
        }

        Writer.Integer(count);
    }

    private void Expire(CommandArguments arguments, int unitMs, bool isRelative)
    {
        ReadOnlySpan<byte> key = arguments.Next();
        bool isNumber = arguments.TryNext(out long value);
        if (!TryReadConditions(ref arguments, out ExpiryConditions conditions)) return;
        if (!isNumber)
        {
            NotAnInteger();
            return;
        }

        Int128 atMs = ((Int128)value * unitMs) + (isRelative ? _nowMs : 0);
        if (atMs > long.MaxValue || atMs < long.MinValue)
        {
            string unit = unitMs == 1 ? "pexpire" : "expire";
            Error(Encoding.ASCII.GetBytes(
                $"ERR invalid expire time in '{unit}{(isRelative ? "" : "at")}' command"));
            return;
        }

        if (Find(key) is not { } entry || !conditions.Hold(entry.ExpiresMs, (long)atMs))
        {
            Writer.Integer(0);
            return;
        }

        if (atMs <= _nowMs) _changes.Drop(entry);
        else _changes.Expire(entry, (long)atMs);
        Writer.Integer(1);
    }

    private bool TryReadConditions(ref CommandArguments arguments, out ExpiryConditions conditions)
    {
        conditions = ExpiryConditions.None;
        while (arguments.Count > 0)
        {
            if (arguments.TryTake("nx"u8)) conditions |= ExpiryConditions.Without;
            else if (arguments.TryTake("xx"u8)) conditions |= ExpiryConditions.With;
            else if (arguments.TryTake("gt"u8)) conditions |= ExpiryConditions.Later;
            else if (arguments.TryTake("lt"u8)) conditions |= ExpiryConditions.Sooner;
            else
            {
                string option = Encoding.Latin1.GetString(arguments.Next());
                Error(Encoding.Latin1.GetBytes(
                    $"ERR Unsupported option {option.Replace('\r', ' ').Replace('\n', ' ')}"));
                return false;
            }
        }

        bool isWithoutAndMore = (conditions & ExpiryConditions.Without) != 0 && conditions != ExpiryConditions.Without;
        const ExpiryConditions Both = ExpiryConditions.Later | ExpiryConditions.Sooner;
        if (isWithoutAndMore) Error("ERR NX and XX, GT or LT options at the same time are not compatible"u8);
        else if ((conditions & Both) == Both) Error("ERR GT and LT options at the same time are not compatible"u8);
        else return true;
        return false;
    }

    private void Persist(CommandArguments arguments)
    {
        KeyEntry? entry = Find(arguments.Next());
        bool ends = entry is { ExpiresMs: not 0 };
        if (ends) _changes.Expire(entry!, 0);
        Writer.Integer(ends ? 1 : 0);
    }

    private void TimeLeft(CommandArguments arguments, int unitMs, bool isRelative)
    {
        if (Find(arguments.Next()) is not { } entry) Writer.Integer(-2);
        else if (entry.ExpiresMs == 0) Writer.Integer(-1);
        else if (isRelative) Writer.Integer((entry.ExpiresMs - _nowMs + (unitMs / 2)) / unitMs);
        else Writer.Integer((entry.ExpiresMs + (unitMs / 2)) / unitMs);
    }

    private void Keys(CommandArguments arguments)
    {
        ReadOnlySpan<byte> pattern = arguments.Next();
        int count = 0;
        for (int slot = 0; slot < _keyspace.Keys.SlotCount; slot++)
        {
            if (IsShown(slot, pattern)) count++;
        }

        Writer.Array(count);
        for (int slot = 0; slot < _keyspace.Keys.SlotCount; slot++)
        {
            if (IsShown(slot, pattern)) Writer.Bulk(_keyspace.Keys.At(slot)!.Name);
        }
    }

    private void Scan(CommandArguments arguments)
    {
        if (!TryReadCursor(ref arguments, out int first)) return;
        if (!TryReadScanOptions(ref arguments, takesType: true, out ScanOptions options)) return;
        int end = (int)Math.Min(_keyspace.Keys.SlotCount, first + options.Count);
        int count = 0;
        for (int slot = first; slot < end && options.IsOfSets; slot++)
        {
            if (IsShown(slot, options.Pattern)) count++;
        }

        Writer.Array(2);
        Writer.BulkInteger(end >= _keyspace.Keys.SlotCount ? 0 : end);
        Writer.Array(count);
        for (int slot = first; slot < end && options.IsOfSets; slot++)
        {
            if (IsShown(slot, options.Pattern)) Writer.Bulk(_keyspace.Keys.At(slot)!.Name);
        }
    }

    private bool IsShown(int slot, ReadOnlySpan<byte> pattern) =>
        _keyspace.Keys.At(slot) is { } entry && !entry.IsOver(_nowMs) && GlobPattern.Matches(pattern, entry.Name);

    /// <summary>Reads where to go on; a number beyond all that was given out is the end.</summary>
    private bool TryReadCursor(ref CommandArguments arguments, out int first)
    {
        bool isNumber = ulong.TryParse(arguments.Next(), CultureInfo.InvariantCulture, out ulong at);
        first = (int)Math.Min(at, int.MaxValue);
        if (!isNumber) Error("ERR invalid cursor"u8);
        return isNumber;
    }

    private bool TryReadScanOptions(ref CommandArguments arguments, bool takesType, out ScanOptions options)
    {
        const int UsualCount = 10;
        options = new ScanOptions { Pattern = "*"u8, Count = UsualCount, IsOfSets = true };
        while (arguments.Count > 0)
        {
            if (arguments.Count >= 2 && arguments.TryTake("match"u8))
            {
                options.Pattern = arguments.Next();
            }
            else if (arguments.Count >= 2 && arguments.TryTake("count"u8))
            {
                if (!arguments.TryNext(out long count))
                {
                    NotAnInteger();
                    return false;
                }

                if (count < 1)
                {
                    SyntaxError();
                    return false;
                }

                options.Count = count;
            }
            else if (takesType && arguments.Count >= 2 && arguments.TryTake("type"u8))
            {
                options.IsOfSets = AsciiWord.Same(arguments.Next(), "zset"u8);
            }
            else
            {
                SyntaxError();
                return false;
            }
        }

        return true;
    }
}
