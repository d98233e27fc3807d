using Catalog.Engine.Core.Memory;

namespace Catalog.Seed.Leaderboards;

/// <summary>
/// A day's games in few bytes, the earliest first: about nine each with ten million players. Numbers are in groups of
/// seven bits, the lowest first, all but the last with the highest bit set.
/// <code>
/// [ day's midnight, ms since 1970 ] [ games ]
/// and each: [ ms since the one before │ player │ score │ 3 · seconds + mode ]
/// </code>
/// </summary>
/// <remarks>The buffer is kept from day to day.</remarks>
internal sealed class RawDay
{
    private const int MaxNumberBytes = 10;
    private readonly ByteBuffer _bytes = new(1 << 16);

    /// <summary>Encodes a day; good until the next call.</summary>
    public ReadOnlyMemory<byte> Write(long dayMs, ReadOnlySpan<Submission> games)
    {
        _bytes.Clear();
        Put((ulong)dayMs);
        Put((ulong)games.Length);
        long beforeMs = dayMs;
        foreach (ref readonly Submission game in games)
        {
            Put((ulong)(game.TimeMs - beforeMs));
            Put((ulong)game.Player);
            Put((ulong)game.Score);
            Put(((ulong)game.DurationSeconds * (ulong)GameModes.All.Count) + game.Mode);
            beforeMs = game.TimeMs;
        }

        return _bytes.WrittenMemory;
    }

    /// <summary>Decodes a day.</summary>
    /// <exception cref="InvalidDataException">It is cut.</exception>
    public static Submission[] Read(ReadOnlySpan<byte> bytes)
    {
        ulong timeMs = Take(ref bytes), count = Take(ref bytes);
        if (count > (ulong)bytes.Length) throw new InvalidDataException("The day is cut.");
        var games = new Submission[count];
        foreach (ref Submission game in games.AsSpan())
        {
            timeMs += Take(ref bytes);
            int player = (int)Take(ref bytes), score = (int)Take(ref bytes), both = (int)Take(ref bytes);
            int seconds = Math.DivRem(both, GameModes.All.Count, out int mode);
            game = new Submission((long)timeMs, player, score, seconds, (byte)mode);
        }

        return games;
    }

    private void Put(ulong value)
    {
        Span<byte> into = _bytes.GetSpan(MaxNumberBytes);
        int length = 0;
        for (; value >= 0x80; value >>= 7) into[length++] = (byte)(value | 0x80);
        into[length++] = (byte)value;
        _bytes.Advance(length);
    }

    private static ulong Take(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int i = 0; i < bytes.Length && i < 10; i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] >= 0x80) continue;
            bytes = bytes[(i + 1)..];
            return value;
        }

        throw new InvalidDataException("The day is cut.");
    }
}
