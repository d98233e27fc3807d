using System.Globalization;
using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Shell.Auth;

namespace Catalog.Shell.Leaderboards.Resp;

/// <content>Who the client is, and what it speaks.</content>
internal sealed partial class RespConnection
{
    /// <summary>
    /// The first release of Redis that had everything there is here.
    /// </summary>
    internal const string RedisVersion = "7.2.0";

    private const string WrongPass = "WRONGPASS invalid username-password pair or user is disabled.";

    /// <summary>As Redis: who has not signed in is not believed large numbers.</summary>
    private const int MaxArgumentsUnknown = 10;

    private const int MaxBulkUnknown = 16 * 1024;

    private Caller? _caller;
    private CommandFlags _forbidden;
    private bool _isSignedIn;
    private long _unknownSinceMs;
    private int _database;
    private int _protocol = 2;
    private string _name = "";
    private string _library = "";
    private string _libraryVersion = "";
    private long _lastUsedMs;

    private void ApplyRights()
    {
        if (_isSignedIn || _unknownSinceMs == 0) Volatile.Write(ref _unknownSinceMs, NowMs);
        Volatile.Write(ref _isSignedIn, _caller is not null || !_services.Options.NeedsAuth);
        bool isReader = _caller is { IsAdmin: false };
        _forbidden = isReader ? CommandFlags.Write | CommandFlags.Admin : CommandFlags.None;
        _reader.MaxArguments = _isSignedIn ? CommandChunk.MaxBytes : MaxArgumentsUnknown;
        _reader.MaxBulkBytes = _isSignedIn ? CommandChunk.MaxBytes : MaxBulkUnknown;
    }

    /// <summary>A token that has expired, and a session that was ended, end here, too.</summary>
    private void CheckStillSignedIn()
    {
        if (_caller is not { } caller || _services.SignIn.IsGood(in caller)) return;
        _caller = null;
        ApplyRights();
    }

    private async ValueTask AuthAsync(byte[][] request)
    {
        if (request.Length > 3)
        {
            Fail("ERR syntax error");
            return;
        }

        string user = request.Length == 3 ? TextOf(request[1]) : "";
        if (await TrySignInAsync(user, TextOf(request[^1]))) Writer.Ok();
        else Fail(WrongPass);
    }

    private async ValueTask<bool> TrySignInAsync(string user, string secret)
    {
        Caller? caller = await _services.SignIn.CheckAsync(user, secret, Remote?.Address, CancellationToken.None);
        if (caller is null) return false;
        _caller = caller;
        ApplyRights();
        return true;
    }

    private async ValueTask HelloAsync(byte[][] request)
    {
        int protocol = _protocol;
        if (request.Length > 1)
        {
            if (!int.TryParse(request[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out protocol))
            {
                Fail("ERR Protocol version is not an integer or out of range");
                return;
            }

            if (protocol is < 2 or > 3)
            {
                Fail("NOPROTO unsupported protocol version");
                return;
            }
        }

        if (!await TryHelloOptionsAsync(request)) return;
        if (!_isSignedIn)
        {
            Fail("NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH "
                + "<user> <pass> option can be used to authenticate the client and select the RESP protocol version at "
                + "the same time");
            return;
        }

        _protocol = protocol;
        WriteHello();
    }

    private async ValueTask<bool> TryHelloOptionsAsync(byte[][] request)
    {
        string? name = null;
        for (int i = 2; i < request.Length; i++)
        {
            string option = TextOf(request[i]).ToLowerInvariant();
            int left = request.Length - i - 1;
            if (option == "auth" && left >= 2)
            {
                if (!await TrySignInAsync(TextOf(request[i + 1]), TextOf(request[i + 2]))) return Failed(WrongPass);
                i += 2;
            }
            else if (option == "setname" && left >= 1)
            {
                name = TextOf(request[++i]);
                if (!IsName(name)) return Failed(WrongName);
            }
            else
            {
                return Failed($"ERR Syntax error in HELLO option '{option}'");
            }
        }

        if (name is not null) _name = name;
        return true;
    }

    private bool Failed(string error)
    {
        Fail(error);
        return false;
    }

    private void WriteHello()
    {
        var writer = Writer;
        writer.Map(7);
        writer.Bulk("server"u8);
        writer.Bulk("redis"u8);
        writer.Bulk("version"u8);
        writer.Bulk("7.2.0"u8);
        writer.Bulk("proto"u8);
        writer.Integer(_protocol);
        writer.Bulk("id"u8);
        writer.Integer(Id);
        writer.Bulk("mode"u8);
        writer.Bulk("standalone"u8);
        writer.Bulk("role"u8);
        writer.Bulk("master"u8);
        writer.Bulk("modules"u8);
        writer.Array(0);
    }
}
