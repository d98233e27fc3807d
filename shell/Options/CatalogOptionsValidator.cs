using System.Globalization;
using Catalog.WsGateway.Relay;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Options;

/// <summary>Refuses a configuration that cannot work, naming each setting and what it may be.</summary>
internal sealed class CatalogOptionsValidator : IValidateOptions<CatalogOptions>
{
    private const int MinSigningKeyBytes = 32;

    public ValidateOptionsResult Validate(string? name, CatalogOptions options)
    {
        var errors = new List<string>();
        if (string.IsNullOrWhiteSpace(options.DataPath)) errors.Add("Catalog:DataPath must name a folder.");
        CheckRange(errors, "Shards", options.Shards, 0, 256);
        CheckRange(errors, "JournalSegmentMegabytes", options.JournalSegmentMegabytes, 32, 1024);
        if (options.Otlp is { } otlp && !Uri.TryCreate(otlp, UriKind.Absolute, out _))
            errors.Add("Catalog:Otlp must be an address as in http://collector:4317.");
        CheckAuth(errors, options.Auth);
        CheckRange(errors, "Http:MaxConnections", options.Http.MaxConnections, 1, 1_000_000);
        CheckRange(errors, "Http:KeepAliveSeconds", options.Http.KeepAliveSeconds, 1, 3600);
        CheckRange(errors, "Http:HeadersTimeoutSeconds", options.Http.HeadersTimeoutSeconds, 1, 3600);
        CheckRange(errors, "Http:DrainSeconds", options.Http.DrainSeconds, 1, 3600);
        foreach ((string policy, RateLimitSetting set) in options.RateLimits.Policies) CheckPolicy(errors, policy, set);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckAuth(List<string> errors, AuthOptions auth)
    {
        CheckRange(errors, "Auth:AccessTokenMinutes", auth.AccessTokenMinutes, 1, 24 * 60);
        CheckRange(errors, "Auth:TicketSeconds", auth.TicketSeconds, 1, 600);
        CheckRange(errors, "Auth:RefreshTokenDays", auth.RefreshTokenDays, 1, 365);
        CheckRange(errors, "Auth:PasswordIterations", auth.PasswordIterations, 1_000, 100_000_000);
        CheckRange(errors, "Auth:MaxConcurrentHashes", auth.MaxConcurrentHashes, 0, 1024);
        CheckRange(errors, "Auth:HashQueue", auth.HashQueue, 0, 1_000_000);
        CheckRange(errors, "Auth:TokenCacheSize", auth.TokenCacheSize, 16, 16 * 1024 * 1024);
        if (string.IsNullOrWhiteSpace(auth.Issuer)) errors.Add("Catalog:Auth:Issuer must not be empty.");
        if (string.IsNullOrWhiteSpace(auth.Audience)) errors.Add("Catalog:Auth:Audience must not be empty.");
        if (auth.RelaySecret is { Length: < RelayOptions.MinSecretLength })
            errors.Add($"Catalog:Auth:RelaySecret must have at least {RelayOptions.MinSecretLength} characters.");
        if (auth.SigningKey is { } key && !IsKey(key))
            errors.Add($"Catalog:Auth:SigningKey must be base64 of at least {MinSigningKeyBytes} bytes.");
    }

    private static void CheckPolicy(List<string> errors, string policy, RateLimitSetting set)
    {
        string path = $"RateLimits:Policies:{policy}:";
        CheckRange(errors, path + "Limit", set.Limit, 1, int.MaxValue);
        CheckRange(errors, path + "WindowSeconds", set.WindowSeconds, 0.001, 86_400);
        CheckRange(errors, path + "Burst", set.Burst ?? 1, 1, int.MaxValue);
    }

    private static void CheckRange(List<string> errors, string setting, double value, double min, double max)
    {
        if (value >= min && value <= max) return;
        errors.Add(string.Create(
            CultureInfo.InvariantCulture, $"Catalog:{setting} is {value}; it must lie between {min} and {max}."));
    }

    private static bool IsKey(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int written) && written >= MinSigningKeyBytes;
    }
}
