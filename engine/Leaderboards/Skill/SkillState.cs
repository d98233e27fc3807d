using Catalog.Engine.Models.Ratings;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Skill;

/// <summary>
/// What is known of a player's skill, 24 bytes.
/// <code>
/// [ rating 4 | deviation 4 | volatility 4 | last game, minutes since 1970 4 | games 4 | lead 2 | mode 1 | region 1 ]
/// </code>
/// The usual mode is kept by majority vote (Boyer and Moore 1981): a game of it raises the lead, another lowers it, and
/// at zero the mode changes.
/// </summary>
// mutable: it is the running state of one player, kept in a table
internal struct SkillState
{
    private const int Fields = 8;
    private const ushort MostLead = 64;
    private float _rating;
    private float _deviation;
    private float _volatility;
    private uint _lastMinute;
    private int _games;
    private ushort _lead;
    private byte _mode;
    private byte _region;

    /// <summary>Games that were rated.</summary>
    public readonly int Games => _games;

    /// <summary>The mode played most of late.</summary>
    public readonly byte Mode => _mode;

    /// <summary>The region last played in.</summary>
    public readonly byte Region => _region;

    /// <summary>When the last game was, milliseconds since 1970, to the minute.</summary>
    public readonly long LastGameMs => _lastMinute * 60_000L;

    /// <summary>The rating as of the last game.</summary>
    public readonly GlickoRating Rating =>
        _games == 0 ? GlickoRating.Unknown : new GlickoRating(_rating, _deviation, _volatility);

    /// <summary>Keeps a new rating, and where and when it came from. O(1).</summary>
    public void Rate(GlickoRating rating, long timeMs, int mode, byte region)
    {
        (_rating, _deviation, _volatility) = ((float)rating.Rating, (float)rating.Deviation, (float)rating.Volatility);
        _lastMinute = (uint)(timeMs / 60_000);
        _region = region;
        if (_games++ == 0 || _lead == 0) (_mode, _lead) = ((byte)mode, 1);
        else if (_mode == mode) _lead = (ushort)Math.Min(MostLead, _lead + 1);
        else _lead--;
    }

    /// <summary>Encodes it.</summary>
    public readonly void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Fields);
        writer.Write(_rating);
        writer.Write(_deviation);
        writer.Write(_volatility);
        writer.Write(_lastMinute);
        writer.Write(_games);
        writer.Write(_lead);
        writer.Write(_mode);
        writer.Write(_region);
    }

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no such state.</exception>
    public static SkillState Load(ref MessagePackReader reader)
    {
        ModelWire.Require(reader.ReadArrayHeader() == Fields, "Not a state of skill.");
        return new SkillState
        {
            _rating = reader.ReadSingle(),
            _deviation = reader.ReadSingle(),
            _volatility = reader.ReadSingle(),
            _lastMinute = reader.ReadUInt32(),
            _games = reader.ReadInt32(),
            _lead = reader.ReadUInt16(),
            _mode = reader.ReadByte(),
            _region = reader.ReadByte(),
        };
    }
}
