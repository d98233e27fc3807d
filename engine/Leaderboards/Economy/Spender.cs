using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Economy;

/// <summary>What a player paid in a currency.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="AmountMinor">The sum, in the currency's smallest unit; 0 for somebody who only came.</param>
/// <param name="Purchases">How many purchases.</param>
/// <param name="FirstMs">When the first one was, milliseconds since 1970; 0 for none.</param>
/// <param name="Channel">The number of the channel the player came by.</param>
public readonly record struct Spender(ulong PlayerId, long AmountMinor, int Purchases, long FirstMs, int Channel)
    : IWireRecord<Spender>
{
    private const int FieldCount = 5;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(PlayerId);
        writer.Write(AmountMinor);
        writer.Write(Purchases);
        writer.Write(FirstMs);
        writer.Write(Channel);
    }

    /// <inheritdoc/>
    public static Spender Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new Spender(
            reader.ReadUInt64(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadInt64(),
            reader.ReadInt32());
        WireFields.End(ref reader, further);
        return value;
    }
}
