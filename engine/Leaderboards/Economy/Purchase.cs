using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Economy;

/// <summary>What a player paid, or, with an amount of 0, where a player came from.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="AmountMinor">How much, in the currency's smallest unit; negative for what was paid back.</param>
/// <param name="Currency">The currency, three capitals of ISO 4217.</param>
/// <param name="Channel">By which way the player was won: <c>organic</c>, <c>ads</c>; empty for not known.</param>
/// <param name="AtMs">When it was paid, milliseconds since 1970.</param>
public readonly record struct Purchase(
    ulong PlayerId, long AmountMinor, string Currency, string Channel, long AtMs)
    : IWireRecord<Purchase>
{
    /// <summary>The most that one may be, either way.</summary>
    public const long MaxAmountMinor = 100_000_000_000;

    /// <summary>The longest name of a channel, in characters.</summary>
    public const int MaxChannelLength = 40;

    private const int FieldCount = 5;

    /// <summary>Whether it makes sense. O(length).</summary>
    public bool IsValid =>
        PlayerId != 0 && Math.Abs(AmountMinor) <= MaxAmountMinor && AtMs >= 0 && Channel.Length <= MaxChannelLength
        && Currency.Length == 3 && !Currency.AsSpan().ContainsAnyExceptInRange('A', 'Z');

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(PlayerId);
        writer.Write(AmountMinor);
        writer.Write(Currency);
        writer.Write(Channel);
        writer.Write(AtMs);
    }

    /// <inheritdoc/>
    public static Purchase Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new Purchase(
            reader.ReadUInt64(),
            reader.ReadInt64(),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}
