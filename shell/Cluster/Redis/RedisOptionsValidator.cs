using Microsoft.Extensions.Options;

namespace Catalog.Shell.Cluster.Redis;

/// <summary>Refuses a configuration that cannot work, naming each setting and what it may be.</summary>
internal sealed class RedisOptionsValidator : IValidateOptions<RedisOptions>
{
    private const int MaxPrefixChars = 100;

    public ValidateOptionsResult Validate(string? name, RedisOptions options)
    {
        if (!options.IsConfigured) return ValidateOptionsResult.Success;
        var errors = new List<string>();

        // What was meant as a connection string may hold a password, so it is not repeated.
        if (!options.Servers.Split(',').All(static server => IsServer(server.Trim())))
            errors.Add($"{Name("Servers")} must be host:port, such as redis:6379, several with commas between.");
        if (!IsPrefix(options.Prefix))
        {
            errors.Add($"{Name("Prefix")} is '{options.Prefix}'; it may have {MaxPrefixChars} letters, digits, ':', "
                + "'.', '_' and '-'.");
        }

        if (options.CertificateAuthorities is { } file && !File.Exists(file))
            errors.Add($"{Name("CertificateAuthorities")} names '{file}', and there is no such file.");
        if (options.CertificateAuthorities is not null && !options.Tls)
            errors.Add($"{Name("CertificateAuthorities")} is only used with {Name("Tls")}.");
        CheckRange(errors, "ConnectTimeoutMs", options.ConnectTimeoutMs, (100, 60_000));
        CheckRange(errors, "CommandTimeoutMs", options.CommandTimeoutMs, (10, 10_000));
        CheckRange(errors, "QuotaTimeoutMs", options.QuotaTimeoutMs, (1, 1_000));
        CheckRange(errors, "CacheTimeoutMs", options.CacheTimeoutMs, (1, 10_000));
        CheckRange(errors, "KeepAliveSeconds", options.KeepAliveSeconds, (1, 60));
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static bool IsServer(string text) =>
        text.LastIndexOf(':') is > 0 and var colon
        && Uri.CheckHostName(text[..colon]) != UriHostNameType.Unknown
        && ushort.TryParse(text.AsSpan(colon + 1), out ushort port)
        && port > 0;

    private static bool IsPrefix(string text) =>
        text.Length <= MaxPrefixChars
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is ':' or '.' or '_' or '-');

    private static void CheckRange(List<string> errors, string setting, int value, (int Min, int Max) range)
    {
        if (value >= range.Min && value <= range.Max) return;
        errors.Add($"{Name(setting)} is {value}; it must lie between {range.Min} and {range.Max}.");
    }

    private static string Name(string setting) => $"{RedisOptions.Section}:{setting}";
}
