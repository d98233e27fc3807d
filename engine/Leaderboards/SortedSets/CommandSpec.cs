namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>What is known of a command without its arguments.</summary>
/// <param name="Id">Which it is.</param>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Arity">How many strings it has, its name included; negative when at least so many.</param>
/// <param name="Flags">What it does.</param>
/// <param name="FirstKey">The first argument that is a key, counted from 1; 0 when there is none.</param>
/// <param name="LastKey">The last one; -1 when the last argument is.</param>
public sealed record CommandSpec(
    SortedSetCommand Id, string Name, int Arity, CommandFlags Flags, int FirstKey, int LastKey)
{
    /// <summary>Whether it may change something.</summary>
    public bool IsWrite => (Flags & CommandFlags.Write) != 0;

    /// <summary>Whether only those who run the server may.</summary>
    public bool IsAdmin => (Flags & CommandFlags.Admin) != 0;

    /// <summary>Whether it may have so many strings, its name included.</summary>
    public bool Takes(int argumentCount) => Arity < 0 ? argumentCount >= -Arity : argumentCount == Arity;
}
