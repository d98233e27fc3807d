using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using StackExchange.Redis;

namespace Catalog.Shell.Cluster.Redis;

/// <summary>The client library's settings, from ours.</summary>
internal static class RedisSettings
{
    /// <summary>Translates options that were found good.</summary>
    public static ConfigurationOptions Of(RedisOptions options)
    {
        var settings = new ConfigurationOptions
        {
            // Redis may be away at the start, and comes back by itself.
            AbortOnConnectFail = false,
            ClientName = "catalog",
            ConnectRetry = 1,
            ConnectTimeout = options.ConnectTimeoutMs,
            SyncTimeout = options.CommandTimeoutMs,
            KeepAlive = options.KeepAliveSeconds,
            ReconnectRetryPolicy = new LinearRetry(options.ConnectTimeoutMs),
            Password = options.Password,
            Ssl = options.Tls,
        };
        foreach (string server in options.Servers.Split(',')) settings.EndPoints.Add(server.Trim());
        if (!options.Tls) return settings;
        settings.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        if (options.CertificateAuthorities is not { } file) return settings;
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        settings.CertificateValidation += (_, certificate, _, errors) => IsTrusted(certificate, errors, authorities);
        return settings;
    }

    /// <summary>Whether a certificate has the right name and one of our authorities stands behind it.</summary>
    private static bool IsTrusted(
        X509Certificate? certificate, SslPolicyErrors errors, X509Certificate2Collection authorities)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var presented = new X509Certificate2(certificate);
        return chain.Build(presented);
    }
}
