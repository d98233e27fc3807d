using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Catalog.Engine.Tests.House;

/// <summary>Certificates for servers of this machine, each its own authority.</summary>
internal static class TestCertificate
{
    /// <summary>Makes one for <c>localhost</c> and 127.0.0.1, and says in which files it and its key are.</summary>
    internal static (string Certificate, string Key) Make(
        string folder, string name, DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            $"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 certificate = request.CreateSelfSigned(
            from ?? new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero),
            to ?? new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        string certificatePath = Path.Combine(folder, name + ".pem");
        string keyPath = Path.Combine(folder, name + ".key");
        File.WriteAllText(certificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        return (certificatePath, keyPath);
    }
}
