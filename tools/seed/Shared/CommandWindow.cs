namespace Catalog.Seed.Shared;

/// <summary>How many commands of a stream may be under way.</summary>
internal static class CommandWindow
{
    /// <summary>A handful of streams together stay well below a shard's mailbox.</summary>
    public const int Usual = 2048;
}
