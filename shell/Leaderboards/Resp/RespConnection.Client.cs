using System.Globalization;
using System.Text;
using Catalog.Engine.Leaderboards.SortedSets;

namespace Catalog.Shell.Leaderboards.Resp;

/// <content>CLIENT and CONFIG.</content>
internal sealed partial class RespConnection
{
    private const string WrongName =
        "ERR Client names cannot contain spaces, newlines or special characters.";

    /// <summary>One line about the client, as CLIENT LIST has it. Thread-safe, roughly while it works.</summary>
    internal string Describe()
    {
        long nowMs = NowMs;
        int multi = _isInTransaction ? _transaction!.Count : -1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"id={Id} addr={Remote} laddr={Local} fd=0 name={_name} age={(nowMs - _connectedMs) / 1000} "
            + $"idle={(nowMs - _lastUsedMs) / 1000} flags=N db={_database} sub=0 psub=0 ssub=0 multi={multi} "
            + $"user={(_caller is { } caller ? caller.UserId.ToString(CultureInfo.InvariantCulture) : "default")} "
            + $"resp={_protocol} lib-name={_library} lib-ver={_libraryVersion}");
    }

    private void Client(byte[][] request)
    {
        string sub = TextOf(request[1]).ToLowerInvariant();
        switch (sub, request.Length)
        {
            case ("id", 2): Writer.Integer(Id); break;
            case ("getname", 2) when _name.Length == 0: Writer.Null(); break;
            case ("getname", 2): Writer.Bulk(Encoding.UTF8.GetBytes(_name)); break;
            case ("setname", 3): SetName(TextOf(request[2])); break;
            case ("setinfo", 4): SetInfo(TextOf(request[2]), TextOf(request[3])); break;
            case ("info", 2): Writer.Bulk(Encoding.UTF8.GetBytes(Describe() + "\n")); break;
            case ("list", >= 2): WriteClients(); break;
            case ("no-evict" or "no-touch", 3): Writer.Ok(); break; // Nobody is evicted here, and no key for its age.
            case ("id" or "getname" or "setname" or "setinfo" or "info" or "no-evict" or "no-touch", _):
                Fail($"ERR wrong number of arguments for 'client|{sub}' command");
                break;
            default:
                Fail($"ERR unknown subcommand '{TextOf(request[1])}'. Try CLIENT HELP.");
                break;
        }
    }

    private void SetName(string name)
    {
        if (!IsName(name))
        {
            Fail(WrongName);
            return;
        }

        _name = name;
        Writer.Ok();
    }

    private void SetInfo(string attribute, string value)
    {
        bool isVersion = attribute.Equals("lib-ver", StringComparison.OrdinalIgnoreCase);
        if (!isVersion && !attribute.Equals("lib-name", StringComparison.OrdinalIgnoreCase))
        {
            Fail($"ERR Unrecognized option '{attribute}'");
        }
        else if (!IsName(value))
        {
            Fail($"ERR {attribute} cannot contain spaces, newlines or special characters.");
        }
        else
        {
            if (isVersion) _libraryVersion = value;
            else _library = value;
            Writer.Ok();
        }
    }

    private void WriteClients()
    {
        var list = new StringBuilder();
        foreach (RespConnection one in _server.Connections.OrderBy(static one => one.Id))
            list.Append(one.Describe()).Append('\n');
        Writer.Bulk(Encoding.UTF8.GetBytes(list.ToString()));
    }

    private static bool IsName(string name) => name.All(static c => c is > ' ' and <= '~');

    private void Config(byte[][] request)
    {
        string sub = TextOf(request[1]).ToLowerInvariant();
        if (sub != "get")
        {
            Fail(sub is "set" or "rewrite" or "resetstat"
                ? "ERR what can be configured is configured at the server's start"
                : $"ERR unknown subcommand '{TextOf(request[1])}'. Try CONFIG HELP.");
            return;
        }

        if (request.Length == 2)
        {
            Fail("ERR wrong number of arguments for 'config|get' command");
            return;
        }

        (string Name, string Value)[] found =
        [
            .. Settings().Where(set => request.Skip(2).Any(pattern => GlobPattern.Matches(
                Encoding.UTF8.GetBytes(TextOf(pattern).ToLowerInvariant()), Encoding.UTF8.GetBytes(set.Name)))),
        ];
        Writer.Map(found.Length);
        foreach ((string name, string value) in found)
        {
            Writer.Bulk(Encoding.UTF8.GetBytes(name));
            Writer.Bulk(Encoding.UTF8.GetBytes(value));
        }
    }

    /// <summary>What clients ask Redis for, as it is here: everything answered is on the disk.</summary>
    private (string Name, string Value)[] Settings() =>
    [
        ("appendfsync", "always"), ("appendonly", "yes"), ("bind", _services.Options.Address),
        ("databases", Text(_services.Options.Databases)), ("maxclients", Text(_services.Options.MaxConnections)),
        ("maxmemory", "0"), ("maxmemory-policy", "noeviction"), ("port", Text(Local?.Port ?? 0)),
        ("proto-max-bulk-len", Text(CommandChunk.MaxBytes)), ("replica-read-only", "yes"), ("save", ""),
        ("slave-read-only", "yes"), ("timeout", "0"),
    ];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
