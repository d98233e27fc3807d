using System.Net;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>Refuses a configuration that cannot work, naming each setting and what it may be.</summary>
internal sealed class RespOptionsValidator(TimeProvider clock) : IValidateOptions<RespOptions>
{
    public ValidateOptionsResult Validate(string? name, RespOptions options)
    {
        var errors = new List<string>();
        if (!IPAddress.TryParse(options.Address, out _))
            errors.Add($"{RespOptions.Section}:Address is '{options.Address}'; it must be an address as 127.0.0.1.");
        Check(errors, nameof(options.Port), options.Port, (0, ushort.MaxValue));
        Check(errors, nameof(options.SignInSeconds), options.SignInSeconds, (1, 3600));
        Check(errors, nameof(options.Databases), options.Databases, (1, 1024));
        Check(errors, nameof(options.MaxConnections), options.MaxConnections, (1, 1_000_000));
        Check(errors, nameof(options.MaxAnswerMegabytes), options.MaxAnswerMegabytes, (1, 1024));
        Check(errors, nameof(options.MaxKeys), options.MaxKeys, (1, 100_000_000));
        Check(errors, nameof(options.MaxMembers), options.MaxMembers, (1, 1_000_000_000));
        if (RespTls.FaultOf(options, clock.GetUtcNow()) is { } fault) errors.Add(fault);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void Check(List<string> errors, string setting, int value, (int Min, int Max) range)
    {
        if (value < range.Min || value > range.Max)
            errors.Add($"{RespOptions.Section}:{setting} is {value}; it must lie between {range.Min} and {range.Max}.");
    }
}
