using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>What is kept of a player: 56 bytes.</summary>
// mutable: it is changed in place in its slab.
internal struct PlayerRow
{
    /// <summary>The days the player played, back from <see cref="LastDay"/>.</summary>
    public DayBits Days;

    /// <summary>The first day, since 1970.</summary>
    public int FirstDay;

    /// <summary>The last day, since 1970.</summary>
    public int LastDay;

    /// <summary>When the latest session began, seconds since 1970; 0 before the first.</summary>
    public uint SessionStart;

    /// <summary>When its last game ended, seconds since 1970.</summary>
    public uint SessionEnd;

    /// <summary>Games that counted.</summary>
    public int Games;

    /// <summary>How long they took together, in seconds.</summary>
    public uint Seconds;

    /// <summary>Whether the player played on a day. O(1).</summary>
    public readonly bool PlayedOn(int day) => Days.Has(LastDay - day);

    /// <summary>Encodes it.</summary>
    public readonly void Write(ref MessagePackWriter writer)
    {
        Days.Write(ref writer);
        writer.Write(FirstDay);
        writer.Write(LastDay);
        writer.Write(SessionStart);
        writer.Write(SessionEnd);
        writer.Write(Games);
        writer.Write(Seconds);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    public static PlayerRow Read(ref MessagePackReader reader) => new()
    {
        Days = DayBits.Read(ref reader),
        FirstDay = reader.ReadInt32(),
        LastDay = reader.ReadInt32(),
        SessionStart = reader.ReadUInt32(),
        SessionEnd = reader.ReadUInt32(),
        Games = reader.ReadInt32(),
        Seconds = reader.ReadUInt32(),
    };
}
