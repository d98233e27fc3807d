using System.Buffers.Text;
using Catalog.Engine.Wire;
using Catalog.Engine.Wire.Resp;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// A cursor over a command's arguments as <see cref="CommandChunk"/> lays them out. A copy of it is a bookmark.
/// </summary>
// mutable: a cursor moves
internal ref struct CommandArguments
{
    private ReadOnlySpan<byte> _rest;

    internal CommandArguments(ReadOnlySpan<byte> encoded, int count)
    {
        _rest = encoded;
        Count = count;
    }

    /// <summary>How many are left.</summary>
    internal int Count { get; private set; }

    /// <summary>Takes the next one. O(1).</summary>
    /// <exception cref="MessagePackFormatException">There is none, or it is cut short.</exception>
    internal ReadOnlySpan<byte> Next()
    {
        if (Count == 0) ThrowMissing();
        Count--;
        int length = Varint.Read(ref _rest);
        if (length > _rest.Length) ThrowMissing();
        ReadOnlySpan<byte> argument = _rest[..length];
        _rest = _rest[length..];
        return argument;
    }

    /// <summary>Passes over some.</summary>
    internal void Skip(int count)
    {
        for (int i = 0; i < count; i++) Next();
    }

    /// <summary>Takes the next one if it is <paramref name="word"/>, given in lower case.</summary>
    internal bool TryTake(ReadOnlySpan<byte> word)
    {
        if (Count == 0) return false;
        CommandArguments ahead = this;
        if (!AsciiWord.Same(ahead.Next(), word)) return false;
        this = ahead;
        return true;
    }

    /// <summary>Takes the next one as an integer; false when it is none.</summary>
    internal bool TryNext(out long value) => TryParse(Next(), out value);

    /// <summary>Takes the next one as a score; false when it is none.</summary>
    internal bool TryNext(out double value) => RespDouble.TryParse(Next(), out value);

    /// <summary>Reads an integer the way Redis does: no plus, no leading zeros, no spaces.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        ReadOnlySpan<byte> digits = text.StartsWith("-"u8) ? text[1..] : text;
        bool isPlain = digits.Length > 0 && (digits[0] != '0' || text.Length == 1) && digits[0] != '+';
        return isPlain && Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;
    }

    private static void ThrowMissing() => throw new MessagePackFormatException("An argument is missing.");
}
