using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>The certificate of the port for clients of Redis, read once at start. Thread-safe.</summary>
public sealed class RespTls
{
    /// <summary>Reads the certificate, if there is to be one.</summary>
    /// <exception cref="InvalidOperationException">It cannot be used; the message names the setting.</exception>
    public RespTls(RespOptions options, TimeProvider clock)
    {
        if (FaultOf(options, clock.GetUtcNow()) is { } fault) throw new InvalidOperationException(fault);
        if (options.Certificate is not { Length: > 0 } file) return;
        X509Certificate2 own = Read(file, options.CertificateKey);
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(file);
        Server = new SslServerAuthenticationOptions
        {
            // Offline: what clients are to be shown is in the file, nothing is fetched from authorities.
            ServerCertificateContext = SslStreamCertificateContext.Create(own, all, offline: true),
        };
    }

    /// <summary>How the server proves who it is; null where clients speak without TLS.</summary>
    public SslServerAuthenticationOptions? Server { get; }

    /// <summary>What is wrong with the settings, naming the one; null for nothing.</summary>
    public static string? FaultOf(RespOptions options, DateTimeOffset now)
    {
        const string setting = $"{RespOptions.Section}:{nameof(RespOptions.Certificate)}";
        if (options.Certificate is not { Length: > 0 } file)
        {
            return options.CertificateKey is { Length: > 0 }
                ? $"{setting} is not set, though {nameof(RespOptions.CertificateKey)} is." : null;
        }

        try
        {
            using X509Certificate2 own = Read(file, options.CertificateKey);
            (DateTime from, DateTime to) = (own.NotBefore.ToUniversalTime(), own.NotAfter.ToUniversalTime());
            if (now > to) return $"{setting} is '{file}', which expired at {to:u}: clients would refuse it.";
            return now < from
                ? $"{setting} is '{file}', which is not valid before {from:u}: clients would refuse it." : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return $"{setting} is '{file}', which cannot be used with its key: {e.Message}";
        }
    }

    private static X509Certificate2 Read(string file, string? key) =>
        X509Certificate2.CreateFromPemFile(file, key is { Length: > 0 } ? key : file);
}
