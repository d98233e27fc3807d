using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>The days somebody played, counted back from a last one: 192 bits.</summary>
// mutable: it is changed in place in its slab.
internal struct DayBits
{
    /// <summary>How many days are told apart, the last one included.</summary>
    public const int Count = 192;

    private const int Word = 64;
    private ulong _a, _b, _c;

    /// <summary>Whether it is set so many days back. O(1); false for what is out of reach.</summary>
    public readonly bool Has(int back) =>
        (uint)back < Count && ((WordOf(back / Word) >> (back % Word)) & 1) != 0;

    /// <summary>Sets a day within reach. O(1).</summary>
    public void Set(int back)
    {
        ulong bit = 1UL << (back % Word);
        if (back < Word) _a |= bit;
        else if (back < 2 * Word) _b |= bit;
        else _c |= bit;
    }

    /// <summary>The last day is so many days later. O(1).</summary>
    public void Shift(int days)
    {
        if (days >= Count) this = default;
        for (; days >= Word; days -= Word) (_c, _b, _a) = (_b, _a, 0);
        if (days <= 0) return;
        _c = (_c << days) | (_b >> (Word - days));
        _b = (_b << days) | (_a >> (Word - days));
        _a <<= days;
    }

    /// <summary>Encodes it: three numbers.</summary>
    public readonly void Write(ref MessagePackWriter writer)
    {
        writer.Write(_a);
        writer.Write(_b);
        writer.Write(_c);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    public static DayBits Read(ref MessagePackReader reader) =>
        new() { _a = reader.ReadUInt64(), _b = reader.ReadUInt64(), _c = reader.ReadUInt64() };

    private readonly ulong WordOf(int index) => index == 0 ? _a : index == 1 ? _b : _c;
}
