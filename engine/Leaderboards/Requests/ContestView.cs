using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>An event or tournament, and what one player has to do with it.</summary>
/// <param name="Terms">Its rules.</param>
/// <param name="HasEnded">Whether its standings are final.</param>
/// <param name="Participants">How many have joined, or have a score.</param>
/// <param name="HasJoined">Whether the player has.</param>
/// <param name="Attempts">How many games the player had in it.</param>
/// <param name="JoinedMs">When the player joined, milliseconds since 1970.</param>
public readonly record struct ContestView(
    ContestTerms Terms, bool HasEnded, long Participants, bool HasJoined, int Attempts, long JoinedMs)
    : IWireRecord<ContestView>
{
    private const int FieldCount = 6;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        Terms.Write(ref writer);
        writer.Write(HasEnded);
        writer.Write(Participants);
        writer.Write(HasJoined);
        writer.Write(Attempts);
        writer.Write(JoinedMs);
    }

    /// <inheritdoc/>
    public static ContestView Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new ContestView(
            ContestTerms.Read(ref reader),
            reader.ReadBoolean(),
            reader.ReadInt64(),
            reader.ReadBoolean(),
            reader.ReadInt32(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}
