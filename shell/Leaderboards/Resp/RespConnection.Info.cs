using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Catalog.Engine.Leaderboards.SortedSets;

namespace Catalog.Shell.Leaderboards.Resp;

/// <content>INFO.</content>
internal sealed partial class RespConnection
{
    private static readonly string[] Sections =
        ["server", "clients", "memory", "persistence", "stats", "replication", "keyspace"];

    private async ValueTask InfoAsync(byte[][] request)
    {
        string[] wanted = [.. request.Skip(1).Select(static one => TextOf(one).ToLowerInvariant())];
        if (wanted.Length == 0 || wanted.Intersect(["all", "default", "everything"]).Any()) wanted = Sections;
        var text = new StringBuilder();
        foreach (string section in Sections.Where(wanted.Contains))
        {
            if (text.Length > 0) text.Append("\r\n");
            text.Append("# ").Append(char.ToUpperInvariant(section[0])).Append(section, 1, section.Length - 1);
            text.Append("\r\n");
            if (section == "keyspace") await AppendKeyspaceAsync(text);
            else foreach ((string name, string value) in Facts(section)) Append(text, name, value);
        }

        Writer.Bulk(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Append(StringBuilder text, string name, string value) =>
        text.Append(name).Append(':').Append(value).Append("\r\n");

    private IEnumerable<(string Name, string Value)> Facts(string section) => section switch
    {
        "server" =>
        [
            ("redis_version", RedisVersion), ("redis_mode", "standalone"), ("server_name", "catalog"),
            ("os", RuntimeInformation.OSDescription), ("arch_bits", "64"),
            ("process_id", Text(Environment.ProcessId)), ("tcp_port", Text(Local?.Port ?? 0)),
            ("uptime_in_seconds", Text((int)((NowMs - _server.StartedMs) / 1000))),
        ],
        "clients" =>
        [
            ("connected_clients", Text(_server.Connections.Count)),
            ("maxclients", Text(_services.Options.MaxConnections)),
        ],
        "memory" =>
        [
            ("used_memory", GC.GetTotalMemory(false).ToString(CultureInfo.InvariantCulture)),
            ("used_memory_rss", Environment.WorkingSet.ToString(CultureInfo.InvariantCulture)),
            ("maxmemory", "0"), ("maxmemory_policy", "noeviction"),
        ],
        "persistence" => [("loading", "0"), ("aof_enabled", "1"), ("aof_last_write_status", "ok")],
        "stats" =>
        [
            ("total_connections_received", _server.AcceptedCount.ToString(CultureInfo.InvariantCulture)),
        ],
        _ => [("role", "master"), ("connected_slaves", "0")],
    };

    /// <summary>The databases that have keys, each asked for their number.</summary>
    private async ValueTask AppendKeyspaceAsync(StringBuilder text)
    {
        CommandChunk asking = NewChunk();
        for (int database = 0; database < _services.Options.Databases; database++)
        {
            asking.Begin(SortedSetCommand.DbSize);
            asking.TryEnd();
            await ExecuteAsync(database, asking);
            string answer = Encoding.ASCII.GetString(asking.Answers.Span).TrimEnd();
            if (answer.StartsWith(':') && answer != ":0")
                text.Append(CultureInfo.InvariantCulture, $"db{database}:keys={answer[1..]}\r\n");
            asking.ClearCommands();
            asking.ClearAnswers();
        }
    }
}
