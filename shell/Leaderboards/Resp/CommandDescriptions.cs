using System.Text;
using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Engine.Wire.Resp;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>COMMAND: which commands there are, and where their keys stand.</summary>
internal static class CommandDescriptions
{
    private static int Count => CommandTable.All.Count + ControlCommand.All.Count;

    /// <summary>Answers COMMAND and what it is asked for.</summary>
    internal static void Write(RespWriter writer, byte[][] request)
    {
        string sub = request.Length > 1 ? Encoding.UTF8.GetString(request[1]).ToLowerInvariant() : "";
        string[] names = [.. request.Skip(2).Select(Encoding.UTF8.GetString)];
        switch (sub)
        {
            case "":
            case "info" when names.Length == 0:
                writer.Array(Count);
                foreach (string name in AllNames()) WriteInfo(writer, name);
                break;
            case "info":
                writer.Array(names.Length);
                foreach (string name in names) WriteInfo(writer, name);
                break;
            case "count":
                writer.Integer(Count);
                break;
            case "list":
                writer.Array(Count);
                foreach (string name in AllNames()) writer.Bulk(Encoding.UTF8.GetBytes(name));
                break;
            case "docs":
                WriteDocs(writer, names.Length == 0 ? [.. AllNames()] : [.. names.Where(IsKnown)]);
                break;
            default:
                writer.Error(Encoding.UTF8.GetBytes($"ERR unknown subcommand '{sub}'. Try COMMAND HELP."));
                break;
        }
    }

    private static IEnumerable<string> AllNames() =>
        CommandTable.All.Select(static spec => spec.Name).Concat(ControlCommand.All.Select(static one => one.Name));

    private static bool IsKnown(string name) =>
        CommandTable.Find(Encoding.UTF8.GetBytes(name)) is not null || ControlCommand.Find(name) is not null;

    private static void WriteInfo(RespWriter writer, string name)
    {
        if (CommandTable.Find(Encoding.UTF8.GetBytes(name)) is { } spec)
        {
            WriteInfo(writer, spec, [.. FlagsOf(spec)]);
        }
        else if (ControlCommand.Find(name) is { } control)
        {
            var shown = new CommandSpec(
                SortedSetCommand.Unknown, control.Name, control.Arity, CommandFlags.None, 0, 0);
            WriteInfo(writer, shown, ["noscript", "loading", "stale"]);
        }
        else
        {
            writer.NullArray();
        }
    }

    /// <summary>
    /// Name, arity, flags, first key, last key, step, categories, tips, key specifications, sub-commands.
    /// </summary>
    private static void WriteInfo(RespWriter writer, CommandSpec spec, string[] flags)
    {
        writer.Array(10);
        writer.Bulk(Encoding.UTF8.GetBytes(spec.Name));
        writer.Integer(spec.Arity);
        writer.Set(flags.Length);
        foreach (string flag in flags) writer.Simple(Encoding.UTF8.GetBytes(flag));
        writer.Integer(spec.FirstKey);
        writer.Integer(spec.LastKey);
        writer.Integer(spec.FirstKey == 0 ? 0 : 1);
        writer.Set(0);
        writer.Array(0);
        writer.Array(0);
        writer.Array(0);
    }

    private static IEnumerable<string> FlagsOf(CommandSpec spec)
    {
        if (spec.IsWrite) yield return "write";
        if ((spec.Flags & CommandFlags.ReadOnly) != 0) yield return "readonly";
        if ((spec.Flags & CommandFlags.Fast) != 0) yield return "fast";
        if (spec.IsAdmin) yield return "admin";
        if ((spec.Flags & CommandFlags.MovableKeys) != 0) yield return "movablekeys";
    }

    private static void WriteDocs(RespWriter writer, string[] names)
    {
        writer.Map(names.Length);
        foreach (string name in names)
        {
            writer.Bulk(Encoding.UTF8.GetBytes(name.ToLowerInvariant()));
            writer.Map(2);
            writer.Bulk("summary"u8);
            writer.Bulk("As the command of Redis of this name."u8);
            writer.Bulk("group"u8);
            bool isOfSets = name.StartsWith('z') || name.StartsWith('Z');
            writer.Bulk(isOfSets ? "sorted-set"u8 : ControlCommand.Find(name) is null ? "generic"u8 : "connection"u8);
        }
    }
}
