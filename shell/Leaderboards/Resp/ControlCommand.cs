namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>A command about the connection or the server rather than a database.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Arity">How many strings it has, its name included; negative when at least so many.</param>
internal sealed record ControlCommand(string Name, int Arity)
{
    private static readonly Dictionary<string, ControlCommand> ByName = new ControlCommand[]
    {
        new("auth", -2), new("client", -2), new("command", -1), new("config", -2), new("discard", 1), new("exec", 1),
        new("hello", -1), new("info", -1), new("multi", 1), new("quit", -1), new("reset", 1), new("select", 2),
        new("unwatch", 1), new("watch", -2),
    }.ToDictionary(static command => command.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them.</summary>
    internal static IReadOnlyCollection<ControlCommand> All => ByName.Values;

    /// <summary>What a client may say before it has signed in.</summary>
    internal bool IsOpen => Name is "auth" or "hello" or "quit" or "reset";

    /// <summary>What a transaction may hold; the rest would have to wait for its end.</summary>
    internal bool IsOfTransactions => Name is "multi" or "exec" or "discard" or "watch" or "quit" or "reset";

    /// <summary>One by its name in whatever case; null when there is none.</summary>
    internal static ControlCommand? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether it may have so many strings, its name included.</summary>
    internal bool Takes(int argumentCount) => Arity < 0 ? argumentCount >= -Arity : argumentCount == Arity;
}
