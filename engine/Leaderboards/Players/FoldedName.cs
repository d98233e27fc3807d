using System.Buffers.Binary;
using System.Text;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>Names in lower case, as UTF-8: the form they are compared in.</summary>
/// <remarks>O(bytes); allocates nothing. Thread-safe.</remarks>
internal static class FoldedName
{
    /// <summary>Room for any: three bytes for each of a name's characters.</summary>
    public const int RoomBytes = 3 * MaxChars;

    /// <summary>The longest name: one that is taken gets a # and an id behind it.</summary>
    public const int MaxChars = PlayersMachine.MaxNameLength + 24;

    /// <summary>Makes one of a name's bytes.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Fold(ReadOnlySpan<byte> name, Span<byte> into)
    {
        if (!Ascii.IsValid(name)) return FoldSlow(name, into);
        Ascii.ToLower(name, into, out int written);
        return written;
    }

    /// <summary>Makes one of text, of its beginning when it is longer than any name.</summary>
    public static int Fold(ReadOnlySpan<char> name, Span<byte> into)
    {
        Span<char> lower = stackalloc char[MaxChars];
        if (name.Length > MaxChars) name = name[..MaxChars];
        return Encoding.UTF8.GetBytes(lower[..name.ToLowerInvariant(lower)], into);
    }

    /// <summary>Its first bytes.</summary>
    public static NameHead HeadOf(ReadOnlySpan<byte> folded)
    {
        Span<byte> head = stackalloc byte[NameHead.SizeBytes];
        head.Clear();
        folded[..Math.Min(folded.Length, NameHead.SizeBytes)].CopyTo(head);
        return new NameHead(
            BinaryPrimitives.ReadUInt64BigEndian(head), BinaryPrimitives.ReadUInt64BigEndian(head[sizeof(ulong)..]));
    }

    private static int FoldSlow(ReadOnlySpan<byte> name, Span<byte> into)
    {
        Span<char> text = stackalloc char[MaxChars];
        return Fold(text[..Encoding.UTF8.GetChars(name, text)], into);
    }
}
