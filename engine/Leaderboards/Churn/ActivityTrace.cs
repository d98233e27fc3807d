using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Churn;

/// <summary>
/// On which of the last 64 days somebody played, and about how much: 40 bytes.
/// <code>
/// 4 bits a day, today lowest: 0 none, 1, 2, 3, 4, 5–6, 7–8, 9–11, 12–15, … games, each level about a third more
/// </code>
/// What was known on an earlier day is what is left when the days since are shifted out; so a model learns from the
/// past of those it is to judge, and nothing else has to be kept for it.
/// </summary>
/// <remarks>Adding a game is O(1) and allocates nothing.</remarks>
// mutable: it is the running state of one player, kept in a table
internal struct ActivityTrace
{
    /// <summary>Days that are remembered.</summary>
    public const int Days = 64;

    private const int DayBits = 4;
    private const int HalfDays = 32;
    private static ReadOnlySpan<byte> Games => [0, 1, 2, 3, 4, 5, 7, 9, 12, 16, 21, 28, 37, 49, 65, 87];

    private UInt128 _late;
    private UInt128 _early;
    private int _day;
    private int _firstDay;
    private ushort _today;

    /// <summary>The first day of play, days since 1970.</summary>
    public readonly int FirstDay => _firstDay;

    /// <summary>The last day of play.</summary>
    public readonly int LastDay => _day;

    /// <summary>Adds a game. O(1).</summary>
    /// <param name="day">The day, days since 1970; not before the last one.</param>
    public void Add(int day)
    {
        if (_firstDay == 0) (_firstDay, _day) = (day, day);
        if (day > _day)
        {
            Shift(day - _day);
            (_day, _today) = (day, 0);
        }

        _today = (ushort)Math.Min(ushort.MaxValue, _today + 1);
        uint level = (uint)(_late & 15);
        if (level < 15 && _today >= Games[(int)level + 1]) _late += 1;
    }

    /// <summary>About how many games there were, so many days before a day. O(1).</summary>
    /// <param name="day">The day that is looked from.</param>
    /// <param name="back">How many days before it.</param>
    public readonly int GamesOn(int day, int back)
    {
        int ago = _day - (day - back);
        if (ago is < 0 or >= Days) return 0;
        UInt128 half = ago < HalfDays ? _late : _early;
        return Games[(int)((uint)(half >> (ago % HalfDays * DayBits)) & 15)];
    }

    /// <summary>Encodes it.</summary>
    public readonly void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(7);
        writer.Write((ulong)(_late >> 64));
        writer.Write((ulong)_late);
        writer.Write((ulong)(_early >> 64));
        writer.Write((ulong)_early);
        writer.Write(_day);
        writer.Write(_firstDay);
        writer.Write(_today);
    }

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no such trace.</exception>
    public static ActivityTrace Load(ref MessagePackReader reader)
    {
        ModelWire.Require(reader.ReadArrayHeader() == 7, "Not a trace of activity.");
        return new ActivityTrace
        {
            _late = new UInt128(reader.ReadUInt64(), reader.ReadUInt64()),
            _early = new UInt128(reader.ReadUInt64(), reader.ReadUInt64()),
            _day = reader.ReadInt32(),
            _firstDay = reader.ReadInt32(),
            _today = reader.ReadUInt16(),
        };
    }

    private void Shift(int days)
    {
        if (days >= Days)
        {
            (_late, _early) = (0, 0);
            return;
        }

        if (days >= HalfDays) (_early, _late, days) = (_late, 0, days - HalfDays);
        if (days == 0) return;
        int bits = days * DayBits;
        _early = (_early << bits) | (_late >> (128 - bits));
        _late <<= bits;
    }
}
