using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// Every hold that ended at or before a time lapsed. Applying it needs the time alone; the list of what came free
/// stands
/// in it for those who watch.
/// </summary>
public readonly struct HoldsLapsed : IEvent<HoldsLapsed>
{
    /// <summary>Room made before the holds are there: a count alone, which may be damaged, costs no more.</summary>
    private const int MaxRoomAhead = 16;

    private readonly ShowtimeState? _state;

    /// <summary>
    /// About to happen to <paramref name="state"/>: what lapses is read from it while the fact is written.
    /// </summary>
    internal HoldsLapsed(ShowtimeState state, long untilMs)
    {
        _state = state;
        MapVersion = state.Map!.Version + 1;
        UntilMs = untilMs;
    }

    private HoldsLapsed(ulong mapVersion, long untilMs, List<LapsedHold> holds)
    {
        MapVersion = mapVersion;
        UntilMs = untilMs;
        Holds = holds;
    }

    /// <inheritdoc/>
    public static ushort TypeId => 11;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <summary>The seat map's version after the fact: a viewer's sequence number.</summary>
    public ulong MapVersion { get; }

    /// <summary>Holds that end at or before this lapsed, milliseconds since 1970.</summary>
    public long UntilMs { get; }

    /// <summary>What lapsed; known once the fact has been read back from the journal.</summary>
    public IReadOnlyList<LapsedHold>? Holds { get; }

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        writer.Write(MapVersion);
        writer.Write(UntilMs);
        if (_state is null) WriteHolds(ref writer, Holds!);
        else WriteHolds(ref writer, _state);
    }

    /// <inheritdoc/>
    public static HoldsLapsed Read(ref MessagePackReader reader, byte version)
    {
        (ulong mapVersion, long untilMs) = ReadTimes(ref reader);
        int count = reader.ReadArrayHeader();
        var holds = new List<LapsedHold>(Math.Clamp(count, 0, MaxRoomAhead));
        for (int i = 0; i < count; i++) holds.Add(LapsedHold.Read(ref reader));
        return new HoldsLapsed(mapVersion, untilMs, holds);
    }

    /// <summary>Reads how many holds lapsed, and nothing behind that. O(1), allocates nothing.</summary>
    /// <param name="reader">Stands at the fact, and afterwards at the first of the holds.</param>
    /// <exception cref="MessagePackFormatException">That is no such fact.</exception>
    public static int ReadCount(ref MessagePackReader reader)
    {
        ReadTimes(ref reader);
        return reader.ReadArrayHeader();
    }

    /// <summary>Reads what applying needs, without the list. Allocates nothing.</summary>
    internal static (ulong MapVersion, long UntilMs) ReadTimes(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        return (reader.ReadUInt64(), reader.ReadInt64());
    }

    private void WriteHolds(ref MessagePackWriter writer, ShowtimeState state)
    {
        writer.WriteArrayHeader(state.Map!.CountLapsed(UntilMs));
        foreach (HoldRecord hold in state.Map.PeekLapsed(UntilMs))
            LapsedHold.Of(state.BookingOf(hold.Token), in hold).Write(ref writer);
    }

    private static void WriteHolds(ref MessagePackWriter writer, IReadOnlyList<LapsedHold> holds)
    {
        writer.WriteArrayHeader(holds.Count);
        foreach (LapsedHold hold in holds) hold.Write(ref writer);
    }
}
