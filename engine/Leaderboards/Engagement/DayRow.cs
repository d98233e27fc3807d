using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>What everybody together did on a day, and what became of those who began on it.</summary>
internal sealed class DayRow : IWireRecord<DayRow>
{
    private const int FieldCount = 9;

    /// <summary>Days a cohort is followed, its first included.</summary>
    public const int Followed = 61;

    /// <summary>How many played.</summary>
    public int Active;

    /// <summary>How many played in the seven days that end with it.</summary>
    public int Weekly;

    /// <summary>How many played in the thirty days that end with it.</summary>
    public int Monthly;

    /// <summary>Games that counted.</summary>
    public long Games;

    /// <summary>How long they took, in seconds.</summary>
    public long Seconds;

    /// <summary>Sessions that began.</summary>
    public int Sessions;

    /// <summary>How long they lasted, in seconds.</summary>
    public long SessionSeconds;

    /// <summary>Sessions by how long they lasted.</summary>
    public int[] Lengths = new int[SessionLengths.Count];

    /// <summary>Of those who began on this day, how many played so many days later; at 0 all of them.</summary>
    public int[] Retained = [];

    /// <summary>Adds to those who began here and played so many days later. O(1).</summary>
    public void Retain(int offset, int change)
    {
        if (offset >= Followed) return;
        if (offset >= Retained.Length) Array.Resize(ref Retained, Math.Min(Followed, Math.Max(8, (offset + 1) * 2)));
        Retained[offset] += change;
    }

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Active);
        writer.Write(Weekly);
        writer.Write(Monthly);
        writer.Write(Games);
        writer.Write(Seconds);
        writer.Write(Sessions);
        writer.Write(SessionSeconds);
        WriteAll(Lengths, ref writer);
        WriteAll(Retained, ref writer);
    }

    /// <inheritdoc/>
    public static DayRow Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var row = new DayRow
        {
            Active = reader.ReadInt32(),
            Weekly = reader.ReadInt32(),
            Monthly = reader.ReadInt32(),
            Games = reader.ReadInt64(),
            Seconds = reader.ReadInt64(),
            Sessions = reader.ReadInt32(),
            SessionSeconds = reader.ReadInt64(),
            Lengths = ReadAll(ref reader),
            Retained = ReadAll(ref reader),
        };
        WireFields.End(ref reader, further);
        return row;
    }

    internal static void WriteAll(int[] values, ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(values.Length);
        foreach (int value in values) writer.Write(value);
    }

    internal static int[] ReadAll(ref MessagePackReader reader)
    {
        int[] values = new int[reader.ReadArrayHeader()];
        foreach (ref int value in values.AsSpan()) value = reader.ReadInt32();
        return values;
    }
}
