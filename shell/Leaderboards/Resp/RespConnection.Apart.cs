using System.Globalization;
using System.Text;
using Catalog.Engine.Leaderboards.SortedSets;

namespace Catalog.Shell.Leaderboards.Resp;

/// <content>Requests that are not for a database: about the connection, or refused.</content>
internal sealed partial class RespConnection
{
    private const int MaxToldChars = 128;

    private async ValueTask HandleApartAsync()
    {
        byte[][] request = TakeRequest();
        string name = Encoding.Latin1.GetString(request[0]);
        ControlCommand? control = ControlCommand.Find(name);
        CommandSpec? spec = CommandTable.Find(request[0]);
        if (TakeModeBoard())
        {
            if (_isInTransaction) _isTransactionBroken = true;
            await LookAtBoardAsync(spec!, request);
            return;
        }

        string? problem = Check(name, request, control, spec);
        if (problem is not null)
        {
            if (_isInTransaction) _isTransactionBroken = true;
            Fail(problem);
            return;
        }

        await RunAsync(control!.Name, request);
    }

    private byte[][] TakeRequest()
    {
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(_start, _end - _start);
        byte[][] request = new byte[_reader.ArgumentCount][];
        for (int i = 0; i < request.Length; i++) request[i] = _reader.Argument(bytes, i).ToArray();
        _start += _reader.Consumed;
        return request;
    }

    /// <summary>What is wrong with a request; null for a command about the connection that may be run.</summary>
    private string? Check(string name, byte[][] request, ControlCommand? control, CommandSpec? spec)
    {
        if (control is null && spec is null) return CheckUnknown(name, request);
        bool takes = control?.Takes(request.Length) ?? spec!.Takes(request.Length);
        if (!takes) return $"ERR wrong number of arguments for '{name.ToLowerInvariant()}' command";
        if (!_isSignedIn && control is not { IsOpen: true }) return "NOAUTH Authentication required.";
        if (control is not null)
        {
            bool mayNot = _isInTransaction && !control.IsOfTransactions;
            return mayNot ? "ERR Command not allowed inside a transaction" : null;
        }

        if ((spec!.Flags & _forbidden) != 0)
            return $"NOPERM this account has no permissions to run the '{spec.Name}' command";
        return $"ERR more than {CommandChunk.MaxBytes} bytes of commands are too large to be decided together";
    }

    private string CheckUnknown(string name, byte[][] request)
    {
        // What a browser sends when a page makes it talk to this port: nothing good comes of going on.
        _isClosing = _isClosing || name is "POST" or "Host:";
        var told = new StringBuilder();
        for (int i = 1; i < request.Length && told.Length < MaxToldChars; i++)
        {
            string argument = Encoding.Latin1.GetString(request[i]);
            int length = Math.Min(argument.Length, MaxToldChars - told.Length);
            told.Append('\'').Append(argument, 0, length).Append("' ");
        }

        string short128 = name.Length > MaxToldChars ? name[..MaxToldChars] : name;
        return $"ERR unknown command '{short128}', with args beginning with: {told}";
    }

    private ValueTask RunAsync(string name, byte[][] request)
    {
        switch (name)
        {
            case "select": Select(request[1]); break;
            case "multi": BeginTransaction(); break;
            case "discard": Discard(); break;
            case "exec": return ExecuteTransactionAsync();
            case "watch": return WatchAsync(request);
            case "unwatch": Unwatch(); break;
            case "auth": return AuthAsync(request);
            case "hello": return HelloAsync(request);
            case "reset": Reset(); break;
            case "quit": Quit(); break;
            case "client": Client(request); break;
            case "config": Config(request); break;
            case "command": CommandDescriptions.Write(Writer, request); break;
            case "info": return InfoAsync(request);
            default: throw new InvalidOperationException($"'{name}' is not a command of connections.");
        }

        return default;
    }

    private void Select(byte[] number)
    {
        bool isNumber = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int database);
        if (!isNumber) Fail("ERR value is not an integer or out of range");
        else if (database >= _services.Options.Databases) Fail("ERR DB index is out of range");
        else
        {
            _database = database;
            Writer.Ok();
        }
    }

    private void Quit()
    {
        Writer.Ok();
        _isClosing = true;
    }

    private void Reset()
    {
        ForgetTransaction();
        _caller = null;
        (_database, _protocol, _name) = (0, 2, "");
        ApplyRights();
        Writer.Simple("RESET"u8);
    }

    private static string TextOf(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
