namespace Catalog.Engine.Leaderboards;

/// <summary>The keys behind the numbers of a <see cref="NumberSlots"/>.</summary>
internal interface INumberKeys
{
    /// <summary>The hash of the key with a number.</summary>
    ulong HashOf(int number);
}
