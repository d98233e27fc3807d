using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>The certificate of the port for clients of Redis, read once at start. Thread-safe.</summary>
public sealed class RespTls
{
    /// <summary>Reads the certificate, if there is to be one.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read; the message names the setting.</exception>
    public RespTls(RespOptions options)
    {
        if (FaultOf(options) is { } fault) throw new InvalidOperationException(fault);
        if (options.Certificate is { Length: > 0 }) Server = Load(options.Certificate, options.CertificateKey);
    }

    /// <summary>How the server proves who it is; null where clients speak without TLS.</summary>
    public SslServerAuthenticationOptions? Server { get; }

    /// <summary>What is wrong with the settings, naming the one; null for nothing.</summary>
    public static string? FaultOf(RespOptions options)
    {
        const string setting = $"{RespOptions.Section}:{nameof(RespOptions.Certificate)}";
        if (options.Certificate is not { Length: > 0 } file)
        {
            return options.CertificateKey is { Length: > 0 }
                ? $"{setting} is not set, though {nameof(RespOptions.CertificateKey)} is." : null;
        }

        try
        {
            Load(file, options.CertificateKey);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return $"{setting} is '{file}', which cannot be used with its key: {e.Message}";
        }
    }

    private static SslServerAuthenticationOptions Load(string file, string? key)
    {
        X509Certificate2 own = X509Certificate2.CreateFromPemFile(file, key is { Length: > 0 } ? key : file);
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(file);
        return new SslServerAuthenticationOptions
        {
            // Offline: what clients are to be shown is in the file, nothing is fetched from authorities.
            ServerCertificateContext = SslStreamCertificateContext.Create(own, all, offline: true),
        };
    }
}
